// One change to many tasks as the requests it takes, what it looks like ahead of them, and the requests that take it back.
import type { components } from "../../../api/schema";
import type { Priority, Status, TaskCard } from "../../../api/types";
import { wayTo } from "../status";

type BulkFields = components["schemas"]["BulkChangeFields"];

export type BulkAction =
  | { kind: "status"; status: Status }
  | { kind: "priority"; priority: Priority }
  | { kind: "due"; dueDate: string | null }
  | { kind: "label"; label: string; on: boolean }
  | { kind: "assign"; userId: string }
  | { kind: "unassign"; userId: string }
  | { kind: "delete" };

/** Tasks that all get the same. */
export type Batch = { taskIds: string[]; change: BulkFields };

const AT_ONCE = 100;

function chunks(taskIds: string[], change: BulkFields): Batch[] {
  const count = Math.ceil(taskIds.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => ({ taskIds: taskIds.slice(index * AT_ONCE, (index + 1) * AT_ONCE), change }));
}

/** One batch or more for each different change. */
function batches(cards: TaskCard[], changeOf: (card: TaskCard) => BulkFields): Batch[] {
  const groups = new Map<string, { ids: string[]; change: BulkFields }>();
  for (const card of cards) {
    const change = changeOf(card);
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { ids: [], change };
    group.ids.push(card.id);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ ids, change }) => chunks(ids, change));
}

/** The cards that the change makes different. */
export function concerned(action: BulkAction, cards: TaskCard[]): TaskCard[] {
  return cards.filter((card) => {
    switch (action.kind) {
      case "status":
        return card.status !== action.status;
      case "priority":
        return card.priority !== action.priority;
      case "due":
        return card.dueDate !== action.dueDate;
      case "label":
        return card.labels.includes(action.label) !== action.on;
      case "assign":
        return !card.assigneeIds.includes(action.userId);
      case "unassign":
        return card.assigneeIds.includes(action.userId);
      case "delete":
        return true;
    }
  });
}

export function applied(action: BulkAction, card: TaskCard): TaskCard {
  switch (action.kind) {
    case "status":
      return { ...card, status: action.status };
    case "priority":
      return { ...card, priority: action.priority };
    case "due":
      return { ...card, dueDate: action.dueDate };
    case "label":
      return { ...card, labels: action.on ? [...card.labels, action.label] : card.labels.filter((label) => label !== action.label) };
    case "assign":
      return { ...card, assigneeIds: [...card.assigneeIds, action.userId] };
    case "unassign":
      return { ...card, assigneeIds: card.assigneeIds.filter((id) => id !== action.userId) };
    case "delete":
      return card;
  }
}

export function batchesOf(action: BulkAction, cards: TaskCard[]): Batch[] {
  return batches(cards, (card) => {
    switch (action.kind) {
      case "status":
        return { status: action.status };
      case "priority":
        return { priority: action.priority };
      case "due":
        return { dueDate: action.dueDate };
      case "label":
        // The API sets all labels at once, so tasks with different ones go apart.
        return { labels: applied(action, card).labels };
      case "assign":
        return { addAssigneeIds: [action.userId] };
      case "unassign":
        return { removeAssigneeIds: [action.userId] };
      case "delete":
        return { delete: true };
    }
  });
}

/** For the tasks as they were, all but deleted ones; step by step where a status has no direct way back. */
export function undoOf(action: BulkAction, before: TaskCard[]): Batch[] {
  switch (action.kind) {
    case "status":
      return waysBack(action.status, before);
    case "priority":
      return batches(before, ({ priority }) => ({ priority }));
    case "due":
      return batches(before, ({ dueDate }) => ({ dueDate }));
    case "label":
      return batches(before, ({ labels }) => ({ labels }));
    case "assign":
      return batches(before, () => ({ removeAssigneeIds: [action.userId] }));
    case "unassign":
      return batches(before, () => ({ addAssigneeIds: [action.userId] }));
    case "delete":
      return [];
  }
}

function waysBack(from: Status, before: TaskCard[]): Batch[] {
  const ids = new Map<Status, string[]>();
  for (const card of before) ids.set(card.status, [...(ids.get(card.status) ?? []), card.id]);
  return [...ids].flatMap(([to, taskIds]) => wayTo(from, to, "ADMIN").flatMap((status) => chunks(taskIds, { status })));
}
