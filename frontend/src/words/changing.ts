// Words for quick changes and for changes of many tasks; apart from the rest, as they are fetched with what says them.
import { tasks } from "./counts";

export const quickWords = {
  status: "Change status",
  assign: "Assign to",
  unassign: "Unassign",
  due: "Set due date",
  priority: "Set priority",
  label: "Add or remove labels",
  none: "Nothing to choose",
  nextMonday: "Next Monday",
  noDue: "No due date",
  day: "Another day",
  set: "Set",
  newLabel: (label: string) => `New label "${label}"`,
  forMany: (what: string, count: number) => `${what} (${tasks(count)})`,
};

export const bulkWords = {
  label: "Selected tasks",
  selected: (count: number) => `${String(count)} selected`,
  all: "Select all loaded",
  clear: "Clear selection",
  status: "Status",
  assign: "Assign",
  unassign: "Unassign",
  priority: "Priority",
  due: "Due",
  labels: "Labels",
  delete: "Delete",
  more: (count: number) => `And ${String(count)} more.`,
  changed: (count: number) => `${String(count)} changed`,
  deleted: (count: number) => `${tasks(count)} deleted`,
  restored: (count: number) => `${tasks(count)} restored`,
  undone: (count: number) => `${tasks(count)} as before`,
  partly: (done: string, refused: number) => `${done}, ${String(refused)} not`,
  refusal: (title: string, reason: string) => `${title}: ${reason}`,
  nothing: "These tasks are like that already",
};
