// Tasks sorted by how pressing they are.
import { expect, it } from "vitest";
import { task } from "../../../test/factories";
import { byDue, groupOf } from "./dueGroups";

const TODAY = "2026-11-23";

it.each([
  ["2026-11-22", "overdue"],
  ["2026-11-23", "today"],
  ["2026-11-24", "week"],
  ["2026-11-30", "week"],
  ["2026-12-01", "later"],
  [null, "none"],
])("puts a task due %s into %s", (dueDate, group) => {
  expect(groupOf({ dueDate, status: "OPEN" }, TODAY)).toBe(group);
});

it("calls nothing overdue that is done", () => {
  expect(groupOf({ dueDate: "2026-11-01", status: "COMPLETED" }, TODAY)).toBe("done");
});

it("leaves out empty groups and keeps the order within one", () => {
  const [late, later, undated] = [task({ dueDate: "2026-11-01" }), task({ dueDate: "2026-11-02" }), task()] as const;
  expect(byDue([late, undated, later], TODAY)).toEqual([
    { group: "overdue", cards: [late, later] },
    { group: "none", cards: [undated] },
  ]);
});
