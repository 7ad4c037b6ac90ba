// One change to many tasks, there and back.
import { expect, it } from "vitest";
import { task } from "../../../test/factories";
import { batchesOf, concerned, undoOf } from "./batches";

it("sends a hundred tasks at once at most", () => {
  const cards = Array.from({ length: 120 }, () => task());
  expect(batchesOf({ kind: "priority", priority: "HIGH" }, cards).map(({ taskIds }) => taskIds.length)).toEqual([100, 20]);
});

it("leaves alone what is like that already", () => {
  const [high, low] = [task({ priority: "HIGH" }), task({ priority: "LOW" })];
  expect(concerned({ kind: "priority", priority: "HIGH" }, [high, low])).toEqual([low]);
  expect(concerned({ kind: "unassign", userId: "max" }, [high])).toEqual([]);
});

it("keeps the other labels of each task", () => {
  const [bare, labelled] = [task(), task({ labels: ["team"] })];
  expect(batchesOf({ kind: "label", label: "release", on: true }, [bare, labelled])).toEqual([
    { taskIds: [bare.id], change: { labels: ["release"] } },
    { taskIds: [labelled.id], change: { labels: ["team", "release"] } },
  ]);
});

it("gives each task back what it had", () => {
  const [one, two, three] = [task({ dueDate: "2026-11-23" }), task(), task({ dueDate: "2026-11-23" })];
  expect(undoOf({ kind: "due", dueDate: "2026-12-01" }, [one, two, three])).toEqual([
    { taskIds: [one.id, three.id], change: { dueDate: "2026-11-23" } },
    { taskIds: [two.id], change: { dueDate: null } },
  ]);
});

it("goes back step by step where a status has no direct way", () => {
  const open = task();
  expect(undoOf({ kind: "status", status: "CLOSED" }, [open]).map(({ change }) => change)).toEqual([{ status: "IN_PROGRESS" }, { status: "OPEN" }]);
});
