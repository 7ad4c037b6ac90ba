// Where a task may go.
import { expect, it } from "vitest";
import { nextStatuses, wayTo } from "./status";

it("lets an admin drop, close and reopen", () => {
  expect(nextStatuses("OPEN", "ADMIN")).toEqual(["IN_PROGRESS", "CLOSED"]);
  expect(nextStatuses("COMPLETED", "ADMIN")).toEqual(["CLOSED", "IN_PROGRESS"]);
  expect(nextStatuses("CLOSED", "ADMIN")).toEqual(["IN_PROGRESS"]);
});

it("keeps a member out of Closed, and whatever is closed where it is", () => {
  expect(nextStatuses("OPEN", "MEMBER")).toEqual(["IN_PROGRESS"]);
  expect(nextStatuses("COMPLETED", "MEMBER")).toEqual(["IN_PROGRESS"]);
  expect(nextStatuses("CLOSED", "MEMBER")).toEqual([]);
});

it("knows the way back from every status, as far as the rules let somebody go", () => {
  expect(wayTo("IN_PROGRESS", "OPEN", "MEMBER")).toEqual(["OPEN"]);
  expect(wayTo("COMPLETED", "UNDER_REVIEW", "MEMBER")).toEqual(["IN_PROGRESS", "UNDER_REVIEW"]);
  expect(wayTo("CLOSED", "OPEN", "ADMIN")).toEqual(["IN_PROGRESS", "OPEN"]);
  expect(wayTo("CLOSED", "COMPLETED", "MEMBER")).toEqual([]);
});
