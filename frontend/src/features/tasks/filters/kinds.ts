// The kinds of filters: what each one says in a chip, and how it is set and removed.
import type { People } from "../../../api/types";
import { strings } from "../../../strings";
import { shortDate } from "../../../ui/calendarDate";
import { faceOf } from "../../../ui/faces";
import type { Filters } from "./taskQuery";

export const KINDS = ["status", "priority", "assignee", "label", "due"] as const;
export type Kind = (typeof KINDS)[number];

const words = strings.finding;

/** Undefined when nothing is asked for of that kind. */
export function saidOf(kind: Kind, filters: Filters, people: People, today: string): string | undefined {
  switch (kind) {
    case "status":
      return filters.status.map((status) => strings.tasks.statuses[status]).join(words.or) || undefined;
    case "priority":
      return filters.priority.map((priority) => strings.tasks.priorities[priority]).join(words.or) || undefined;
    case "label":
      return filters.label.join(words.or) || undefined;
    case "assignee":
      return filters.assignee ? faceOf(people, filters.assignee).name : undefined;
    case "due":
      return saidOfDue(filters, today);
  }
}

function saidOfDue({ due, dueFrom, dueTo }: Filters, today: string): string | undefined {
  if (due) return words.dues[due];
  const short = (date: string | null) => date && shortDate(date, today);
  return dueFrom || dueTo ? words.fromTo(short(dueFrom), short(dueTo)) : undefined;
}

export function without(kind: Kind): Partial<Filters> {
  if (kind === "due") return { due: null, dueFrom: null, dueTo: null };
  return kind === "assignee" ? { assignee: null } : { [kind]: [] };
}

function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

/** The filters with one value more, or less when it was there: several of a kind mean any of them. */
export function withValue(kind: Kind, value: string, filters: Filters): Partial<Filters> {
  switch (kind) {
    case "status":
      return { status: toggled<string>(filters.status, value) as Filters["status"] };
    case "priority":
      return { priority: toggled<string>(filters.priority, value) as Filters["priority"] };
    case "label":
      return { label: toggled(filters.label, value) };
    case "assignee":
      return { assignee: filters.assignee === value ? null : value };
    case "due":
      return { due: filters.due === value ? null : (value as Filters["due"]), dueFrom: null, dueTo: null };
  }
}
