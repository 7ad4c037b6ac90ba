// Filters as the API takes them, and as the page checks its own changes against before the API has answered.
import type { paths } from "../../../api/schema";
import type { Status, TaskCard } from "../../../api/types";
import { addDays, daysBetween } from "../../../ui/calendarDate";
import { isDone, STATUSES } from "../status";
import type { Filters } from "./taskQuery";

export type Wanted = Pick<
  NonNullable<paths["/api/v1/tasks"]["get"]["parameters"]["query"]>,
  "project" | "status" | "priority" | "label" | "assignee" | "dueFrom" | "dueTo" | "q" | "sort"
>;

type Days = { dueFrom?: string; dueTo?: string };

function daysOf({ due, dueFrom, dueTo }: Filters, today: string): Days {
  if (due === "overdue") return { dueTo: addDays(today, -1) };
  if (due === "today") return { dueFrom: today, dueTo: today };
  if (due === "week") return { dueFrom: today, dueTo: addDays(today, 7) };
  return { ...(dueFrom ? { dueFrom } : {}), ...(dueTo ? { dueTo } : {}) };
}

/** What is done is overdue no more. */
function statusesOf({ status, due }: Filters): Status[] {
  return status.length === 0 && due === "overdue" ? STATUSES.filter((one) => !isDone(one)) : status;
}

/** No date at all is not for the API to say: `matches` picks those tasks out. */
export function wanted(filters: Filters, today: string): Wanted {
  const status = statusesOf(filters);
  const { priority, label, assignee, q } = filters;
  return {
    ...(status.length > 0 ? { status } : {}),
    ...(priority.length > 0 ? { priority } : {}),
    ...(label.length > 0 ? { label } : {}),
    ...(assignee ? { assignee } : {}),
    ...(q ? { q } : {}),
    ...daysOf(filters, today),
  };
}

function isDue({ dueDate, status }: TaskCard, filters: Filters, today: string): boolean {
  if (filters.due === "none") return dueDate === null;
  const { dueFrom, dueTo } = daysOf(filters, today);
  if (!dueFrom && !dueTo) return true;
  if (dueDate === null || (filters.due === "overdue" && isDone(status))) return false;
  return (!dueFrom || daysBetween(dueFrom, dueDate) >= 0) && (!dueTo || daysBetween(dueDate, dueTo) >= 0);
}

/** Whether a card still belongs to the list; its words alone are left to the API, which also knows the description. */
export function matches(card: TaskCard, filters: Filters, today: string): boolean {
  const { status, priority, label, assignee } = filters;
  return (
    (status.length === 0 || status.includes(card.status)) &&
    (priority.length === 0 || priority.includes(card.priority)) &&
    (label.length === 0 || card.labels.some((one) => label.includes(one))) &&
    (!assignee || card.assigneeIds.includes(assignee)) &&
    isDue(card, filters, today)
  );
}
