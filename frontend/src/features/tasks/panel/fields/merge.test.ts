// Two people at one field.
import { expect, it } from "vitest";
import { settled } from "./merge";

it("is a question when both changed it to something else", () => {
  expect(settled("title", { base: "A", mine: "B", theirs: "C" })).toBeNull();
  expect(settled("dueDate", { base: null, mine: "2026-11-23", theirs: "2026-11-24" })).toBeNull();
});

it("is no question when only one changed it, or both alike", () => {
  expect(settled("title", { base: "A", mine: "B", theirs: "A" })).toEqual({ value: "B" });
  expect(settled("title", { base: "A", mine: "B", theirs: "B" })).toEqual({ value: "B" });
  expect(settled("dueDate", { base: "2026-11-23", mine: null, theirs: "2026-11-23" })).toEqual({ value: null });
});

it("joins labels: added by either, removed by either", () => {
  expect(settled("labels", { base: ["a", "b"], mine: ["b", "m"], theirs: ["a", "b", "t"] })).toEqual({ value: ["b", "t", "m"] });
});
