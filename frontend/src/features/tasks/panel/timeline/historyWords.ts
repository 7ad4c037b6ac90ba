// What happened, in words: "moved it from Open to In progress and assigned Max Member".
import { unnamed } from "../../../../api/kinds";
import type { Priority, Status, TaskEvent } from "../../../../api/types";
import { strings } from "../../../../strings";
import { shortDate } from "../../../../ui/calendarDate";

export type Names = {
  person: (id: string) => string;
  /** Undefined for a project the reader doesn't know. */
  project: (id: string) => string | undefined;
  today: string;
};

type Value = string | string[] | null;
type Change = { from: Value; to: Value };

const words = strings.activity;

const listOf = (value: Value): string[] => (Array.isArray(value) ? value : []);
const textOf = (value: Value): string => (typeof value === "string" ? value : "");

function difference({ from, to }: Change): { added: string[]; removed: string[] } {
  const [before, after] = [listOf(from), listOf(to)];
  return {
    added: after.filter((value) => !before.includes(value)),
    removed: before.filter((value) => !after.includes(value)),
  };
}

function descriptionWords({ from, to }: Change): string {
  if (!from) return words.wroteDescription;
  return to ? words.editedDescription : words.removedDescription;
}

function dueWords({ from, to }: Change, { today }: Names): string {
  if (!to) return words.removedDue(shortDate(textOf(from), today));
  const day = shortDate(textOf(to), today);
  return from ? words.movedDue(shortDate(textOf(from), today), day) : words.setDue(day);
}

function labelWords(change: Change): string[] {
  const { added, removed } = difference(change);
  return [...(added.length > 0 ? [words.labelled(added)] : []), ...(removed.length > 0 ? [words.unlabelled(removed)] : [])];
}

function peopleWords(change: Change, { person }: Names): string[] {
  const { added, removed } = difference(change);
  const names = (ids: string[]) => words.and(ids.map(person));
  return [...(added.length > 0 ? [words.assigned(names(added))] : []), ...(removed.length > 0 ? [words.unassigned(names(removed))] : [])];
}

function priorityName(value: Value): string {
  return strings.tasks.priorities[value as Priority];
}

function statusName(value: Value): string {
  return strings.tasks.statuses[value as Status];
}

function fieldWords(field: string, change: Change, names: Names): string[] {
  const { from, to } = change;
  const project = (value: Value) => names.project(textOf(value)) ?? words.otherProject;
  switch (field) {
    case "title":
      return [words.renamed(textOf(from), textOf(to))];
    case "description":
      return [descriptionWords(change)];
    case "priority":
      return [words.priority(priorityName(from), priorityName(to))];
    case "dueDate":
      return [dueWords(change, names)];
    case "labels":
      return labelWords(change);
    case "projectId":
      return [words.project(project(from), project(to))];
    case "status":
      return [words.status(statusName(from), statusName(to))];
    case "assigneeIds":
      return peopleWords(change, names);
    default:
      return [];
  }
}

const fieldNames: Record<string, string> = { ...strings.panel.fields, ...words.fields };

/** Latest first; of a field changed several times the first value and the last one count. */
function together(events: TaskEvent[]): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const event of [...events].reverse())
    for (const [field, change] of Object.entries(event.changes)) changes.set(field, { from: changes.get(field)?.from ?? change.from, to: change.to });
  return changes;
}

function changeWords(events: TaskEvent[], names: Names): string[] {
  return [...together(events)].flatMap(([field, change]) => {
    const isBack = JSON.stringify(change.from) === JSON.stringify(change.to);
    if (isBack) return field === "rank" ? [] : [words.tookBack(fieldNames[field] ?? field)];
    return fieldWords(field, change, names);
  });
}

/** Of events that stand in one line, without who did it. */
export function historyWords(events: TaskEvent[], names: Names): string {
  const [event] = events;
  const due = () => shortDate(textOf(event?.changes["dueDate"]?.to ?? null), names.today);
  if (!event) return "";
  const changes = words.and(changeWords(events, names));
  switch (event.type) {
    case "TASK_CREATED":
      return words.created;
    case "TASK_DELETED":
      return words.deleted;
    case "TASK_RESTORED":
      return words.restored;
    case "COMMENT_DELETED":
      return words.deletedComment;
    case "TASK_DUE_SOON":
      return words.dueSoon(due());
    case "TASK_OVERDUE":
      return words.overdue(due());
    case "TASK_UPDATED":
    case "TASK_ASSIGNED":
    case "TASK_UNASSIGNED":
    case "STATUS_CHANGED":
    case "COMMENT_ADDED":
    case "COMMENT_EDITED":
      return changes;
    default:
      return unnamed(event.type, changes);
  }
}
