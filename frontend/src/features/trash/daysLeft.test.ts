// The days until a deleted task is purged.
import { expect, it } from "vitest";
import { daysLeft, goneOn } from "./daysLeft";

it.each([
  ["2026-11-23T10:00:00Z", 30],
  ["2026-11-22T10:00:00Z", 29],
  ["2026-10-25T10:00:00Z", 1],
  ["2026-10-24T10:00:00Z", 0],
  ["2026-10-20T10:00:00Z", 0],
])("of what was deleted at %s there are %i left on November 23", (deletedAt, days) => {
  expect(daysLeft(deletedAt, { timeZone: "UTC", today: "2026-11-23" })).toBe(days);
});

it("counts the days of the reader's own calendar", () => {
  expect(goneOn("2026-11-23T23:30:00Z", "UTC")).toBe("2026-12-23");
  expect(goneOn("2026-11-23T23:30:00Z", "Asia/Tokyo")).toBe("2026-12-24");
});
