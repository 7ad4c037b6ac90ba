// History in words.
import { expect, it } from "vitest";
import type { TaskEvent } from "../../../../api/types";
import { newEvent } from "../../../../test/fakeTask";
import { historyWords, type Names } from "./historyWords";

const names: Names = {
  person: (id) => ({ ada: "Ada", max: "Max", eva: "Eva" })[id] ?? "A colleague",
  project: (id) => ({ general: "General" })[id],
  today: "2026-11-23",
};

const said = (...changes: TaskEvent["changes"][]) =>
  historyWords(changes.map((change) => newEvent({ taskId: "task-1", changes: change })), names);

it.each<[TaskEvent["type"], string]>([
  ["TASK_CREATED", "created the task"],
  ["TASK_DELETED", "deleted the task"],
  ["TASK_RESTORED", "restored the task"],
  ["COMMENT_DELETED", "deleted a comment"],
  ["TASK_DUE_SOON", "reminds: due on Nov 24"],
  ["TASK_OVERDUE", "reminds: was due on Nov 24"],
])("says of %s: %s", (type, words) => {
  const changes = { dueDate: { from: "2026-11-24", to: "2026-11-24" } };
  expect(historyWords([newEvent({ taskId: "task-1", type, changes })], names)).toBe(words);
});

it.each<[TaskEvent["changes"], string]>([
  [{ title: { from: "A", to: "B" } }, 'renamed it from "A" to "B"'],
  [{ description: { from: "", to: "B" } }, "wrote a description"],
  [{ description: { from: "A", to: "B" } }, "edited the description"],
  [{ description: { from: "A", to: "" } }, "removed the description"],
  [{ priority: { from: "LOW", to: "URGENT" } }, "changed the priority from Low to Urgent"],
  [{ dueDate: { from: null, to: "2026-11-30" } }, "set the due date to Nov 30"],
  [{ dueDate: { from: "2026-11-30", to: "2027-01-05" } }, "moved the due date from Nov 30 to Jan 5, 2027"],
  [{ dueDate: { from: "2026-11-30", to: null } }, "removed the due date Nov 30"],
  [{ labels: { from: ["a"], to: ["b", "c"] } }, "added the labels b, c and removed the label a"],
  [{ projectId: { from: "general", to: "secret" } }, "moved it from General to another project"],
  [{ status: { from: "OPEN", to: "IN_PROGRESS" } }, "moved it from Open to In progress"],
  [{ assigneeIds: { from: ["ada"], to: ["max", "eva"] } }, "assigned Max and Eva and took Ada off"],
])("says of %j: %s", (changes, words) => {
  expect(said(changes)).toBe(words);
});

it("tells several changes in one line, each field from its first value to its last", () => {
  expect(said({ priority: { from: "HIGH", to: "URGENT" } }, { title: { from: "A", to: "B" } }, { priority: { from: "LOW", to: "HIGH" } })).toBe(
    'changed the priority from Low to Urgent and renamed it from "A" to "B"',
  );
});

it("tells what was changed and taken back", () => {
  expect(said({ status: { from: "CLOSED", to: "OPEN" } }, { status: { from: "OPEN", to: "CLOSED" } })).toBe("changed the status and took it back");
});
