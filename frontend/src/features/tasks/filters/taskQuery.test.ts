// What an address says about the tasks to show.
import { expect, it } from "vitest";
import { isFiltered, searchOf, sortOf, sortsFor, taskQuery } from "./taskQuery";

const asked = (search: string) => taskQuery(new URLSearchParams(search));

it("leaves out what makes no sense", () => {
  const query = asked("view=gantt&status=OPEN,NONSENSE&priority=,&due=someday&dueFrom=2026-13-01&dueTo=tomorrow&sort=title&label=&assignee=");
  expect(query).toEqual({ ...asked(""), status: ["OPEN"] });
});

it("lets a named span of days win over single days", () => {
  expect(asked("due=week&dueFrom=2026-11-01")).toMatchObject({ due: "week", dueFrom: null });
});

it.each([
  "?q=baton&status=OPEN,IN_PROGRESS&priority=URGENT,HIGH",
  "?view=list&label=release&label=a%2Cb&assignee=max&due=overdue",
  "?view=list&dueFrom=2026-11-01&dueTo=2026-11-30&sort=created",
])("is the same after going through the address %s", (search) => {
  expect(searchOf(asked(search))).toBe(search);
});

it("is one address for one choice, in whatever order it was made", () => {
  expect(searchOf(asked("status=IN_PROGRESS,OPEN&status=OPEN"))).toBe("?status=OPEN,IN_PROGRESS");
});

it("is no address at all by default", () => {
  expect(searchOf(asked("view=board"))).toBe("");
});

it("knows whether anything is narrowed", () => {
  expect(isFiltered(asked("view=list&sort=created"))).toBe(false);
  expect(isFiltered(asked("label=release"))).toBe(true);
  expect(isFiltered(asked("q=baton"))).toBe(true);
});

it("offers the orders the API has for such a list, and takes no other", () => {
  expect(sortsFor(asked(""))).toEqual(["created"]);
  expect(sortsFor(asked("status=OPEN"))).toEqual(["rank", "created"]);
  expect(sortsFor(asked("status=OPEN&q=baton"))).toEqual(["created"]);
  expect(sortsFor(asked("status=OPEN&assignee=max"))).toEqual(["due"]);
  expect(sortOf(asked("sort=due"))).toBe("created");
  expect(sortOf(asked("status=OPEN&sort=created"))).toBe("created");
});
