// What a quick change offers for these tasks.
import { CalendarDays, CalendarX, Tag } from "lucide-react";
import type { People, Role, TaskCard } from "../../../api/types";
import { strings } from "../../../strings";
import { Avatar } from "../../../ui/Avatar";
import { addDays, daysBetween, exactDate, isDate, shortDate } from "../../../ui/calendarDate";
import { matching, type PickOption } from "../../../ui/PickList";
import { quickWords as words } from "../../../words/changing";
import type { QuickKind } from "../keys/area";
import { PRIORITIES, PriorityBars } from "../PriorityBars";
import { nextStatuses, STATUSES } from "../status";
import { StatusGlyph } from "../StatusGlyph";

type Asked = {
  kind: QuickKind;
  cards: TaskCard[];
  many: boolean;
  role: Role;
  people: People;
  labels: string[];
  today: string;
  typed: string;
};

/** In place of a date, for tasks that shall have none. */
const NO_DAY = "none";

export function optionsOf(asked: Asked): PickOption[] {
  switch (asked.kind) {
    case "status":
      return matching(statuses(asked), asked.typed);
    case "priority":
      return matching(priorities(asked), asked.typed);
    case "assign":
    case "unassign":
      return matching(persons(asked), asked.typed);
    case "due":
      return days(asked);
    case "label":
      return labels(asked);
  }
}

function all(cards: TaskCard[], test: (card: TaskCard) => boolean): boolean {
  return cards.every(test);
}

/** Of one task where it may go; of many every status, as the API says for each whether it may. */
function statuses({ cards, many, role }: Asked): PickOption[] {
  const [card] = cards;
  const offered = many || !card ? [...STATUSES] : nextStatuses(card.status, role);
  return offered.map((status) => ({ id: status, label: strings.tasks.statuses[status], icon: <StatusGlyph status={status} /> }));
}

function priorities({ cards }: Asked): PickOption[] {
  return PRIORITIES.map((priority) => ({
    id: priority,
    label: strings.tasks.priorities[priority],
    icon: <PriorityBars priority={priority} />,
    checked: all(cards, (card) => card.priority === priority),
  }));
}

function persons({ kind, cards, people }: Asked): PickOption[] {
  const onThem = new Set(cards.flatMap((card) => card.assigneeIds));
  return [...people.values()]
    .filter((person) => onThem.has(person.id) || (kind === "assign" && person.status !== "DEACTIVATED"))
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((person) => ({
      id: person.id,
      label: person.name,
      hint: person.email,
      icon: <Avatar face={person} />,
      ...(kind === "assign" ? { checked: all(cards, (card) => card.assigneeIds.includes(person.id)) } : {}),
    }));
}

function days({ cards, today, typed }: Asked): PickOption[] {
  // 2024-01-01 was a Monday.
  const sinceMonday = daysBetween("2024-01-01", today) % 7;
  const named = [
    { date: today, label: strings.dates.today },
    { date: addDays(today, 1), label: strings.dates.tomorrow },
    { date: addDays(today, 7 - sinceMonday), label: words.nextMonday },
    { date: addDays(today, 7), label: strings.dates.inWeek },
  ];
  const offered: PickOption[] = named.map(({ date, label }, index) => ({
    id: `${String(index)} ${date}`,
    label,
    hint: shortDate(date, today),
    icon: <CalendarDays size={14} aria-hidden="true" className="text-muted" />,
  }));
  if (cards.some((card) => card.dueDate !== null))
    offered.push({ id: NO_DAY, label: words.noDue, icon: <CalendarX size={14} aria-hidden="true" className="text-muted" /> });
  const typedDay = isDate(typed.trim()) ? typed.trim() : null;
  return typedDay ? [{ id: typedDay, label: exactDate(typedDay) }] : matching(offered, typed);
}

/** The day that an option of a due date stands for. */
export function dayOf(id: string): string | null {
  return id === NO_DAY ? null : (id.split(" ").at(-1) ?? null);
}

function labels({ cards, labels: known, typed }: Asked): PickOption[] {
  const label = typed.trim().slice(0, 30);
  const offered = known.map((name) => ({
    id: name,
    label: name,
    icon: <Tag size={14} aria-hidden="true" className="text-muted" />,
    checked: all(cards, (card) => card.labels.includes(name)),
  }));
  const found = matching(offered, typed);
  return label && !known.includes(label) ? [...found, { id: label, label: words.newLabel(label) }] : found;
}
