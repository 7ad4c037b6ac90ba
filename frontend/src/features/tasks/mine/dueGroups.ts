// A person's tasks sorted into the groups that say what is pressing.
import type { TaskCard } from "../../../api/types";
import { daysBetween } from "../../../ui/calendarDate";
import { isDone } from "../status";

const GROUPS = ["overdue", "today", "week", "later", "none", "done"] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(card: Pick<TaskCard, "dueDate" | "status">, today: string): Group {
  if (isDone(card.status)) return "done";
  if (!card.dueDate) return "none";
  const days = daysBetween(today, card.dueDate);
  if (days < 0) return "overdue";
  if (days === 0) return "today";
  return days <= 7 ? "week" : "later";
}

/** The groups that hold something, each in the order the tasks came. */
export function byDue(cards: TaskCard[], today: string): { group: Group; cards: TaskCard[] }[] {
  return GROUPS.map((group) => ({ group, cards: cards.filter((card) => groupOf(card, today) === group) })).filter(
    ({ cards: found }) => found.length > 0,
  );
}
