// Filters on their way to the API, and on the cards the page has changed itself.
import { expect, it } from "vitest";
import { task } from "../../../test/factories";
import { NO_FILTERS, type Filters } from "./taskQuery";
import { matches, wanted } from "./wanted";

const TODAY = "2026-11-23";
const filters = (known: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...known });

it("asks for nothing when nothing is filtered", () => {
  expect(wanted(NO_FILTERS, TODAY)).toEqual({});
});

it.each<[Partial<Filters>, object]>([
  [{ due: "today" }, { dueFrom: "2026-11-23", dueTo: "2026-11-23" }],
  [{ due: "week" }, { dueFrom: "2026-11-23", dueTo: "2026-11-30" }],
  [{ due: "overdue" }, { dueTo: "2026-11-22", status: ["OPEN", "IN_PROGRESS", "UNDER_REVIEW"] }],
  [{ due: "none" }, {}],
  [{ dueFrom: "2026-12-01" }, { dueFrom: "2026-12-01" }],
])("asks for the days of %o", (known, asked) => {
  expect(wanted(filters(known), TODAY)).toEqual(asked);
});

it("takes any value of a kind and wants all kinds", () => {
  const both = filters({ status: ["OPEN", "CLOSED"], priority: ["HIGH"] });
  expect(matches(task({ status: "CLOSED", priority: "HIGH" }), both, TODAY)).toBe(true);
  expect(matches(task({ status: "CLOSED", priority: "LOW" }), both, TODAY)).toBe(false);
  expect(matches(task({ status: "IN_PROGRESS", priority: "HIGH" }), both, TODAY)).toBe(false);
});

it("finds the tasks without a date, which the API can't", () => {
  expect(matches(task(), filters({ due: "none" }), TODAY)).toBe(true);
  expect(matches(task({ dueDate: TODAY }), filters({ due: "none" }), TODAY)).toBe(false);
});

it("calls nothing overdue that is done or due today", () => {
  const overdue = filters({ due: "overdue" });
  expect(matches(task({ dueDate: "2026-11-22" }), overdue, TODAY)).toBe(true);
  expect(matches(task({ dueDate: "2026-11-23" }), overdue, TODAY)).toBe(false);
  expect(matches(task({ dueDate: "2026-11-22", status: "COMPLETED" }), overdue, TODAY)).toBe(false);
});
