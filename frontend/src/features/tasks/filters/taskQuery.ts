// Which tasks of a project are shown, how and in what order: everything that the address says about them.
import type { Priority, Status } from "../../../api/types";
import { PRIORITIES } from "../PriorityBars";
import { STATUSES } from "../status";

export const VIEWS = ["board", "list"] as const;
type View = (typeof VIEWS)[number];

export const DUES = ["overdue", "today", "week", "none"] as const;
type Due = (typeof DUES)[number];

export const SORTS = ["created", "rank", "due"] as const;
export type Sort = (typeof SORTS)[number];

export type TaskQuery = {
  view: View;
  status: Status[];
  priority: Priority[];
  /** One at most: the API lists the tasks of one person. */
  assignee: string | null;
  label: string[];
  due: Due | null;
  /** Calendar dates; only where `due` is null. */
  dueFrom: string | null;
  dueTo: string | null;
  q: string;
  sort: Sort | null;
};

export type Filters = Omit<TaskQuery, "view" | "sort">;

export const NO_FILTERS: Filters = {
  status: [],
  priority: [],
  assignee: null,
  label: [],
  due: null,
  dueFrom: null,
  dueTo: null,
  q: "",
};

const LONGEST = { q: 200, label: 30 };

function named<Name extends string>(names: readonly Name[], name: string | null): Name | null {
  return names.find((known) => known === name) ?? null;
}

/** In the order of `names`, so that the same choice is the same address however it was made. */
function allNamed<Name extends string>(names: readonly Name[], texts: string[]): Name[] {
  const asked = texts.flatMap((text) => text.split(","));
  return names.filter((name) => asked.includes(name));
}

function calendarDate(text: string | null): string | null {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? text : null;
}

/** What an address says that makes no sense is left out. */
export function taskQuery(search: URLSearchParams): TaskQuery {
  const due = named(DUES, search.get("due"));
  const labels = search.getAll("label").map((label) => label.trim());
  return {
    view: named(VIEWS, search.get("view")) ?? "board",
    status: allNamed(STATUSES, search.getAll("status")),
    priority: allNamed(PRIORITIES, search.getAll("priority")),
    assignee: search.get("assignee") || null,
    label: [...new Set(labels)].filter((label) => label && label.length <= LONGEST.label),
    due,
    dueFrom: due ? null : calendarDate(search.get("dueFrom")),
    dueTo: due ? null : calendarDate(search.get("dueTo")),
    q: (search.get("q") ?? "").trim().slice(0, LONGEST.q),
    sort: named(SORTS, search.get("sort")),
  };
}

/** The query as an address carries it, with "?" in front, or empty when everything is as by default. */
export function searchOf(query: TaskQuery): string {
  const search = new URLSearchParams();
  if (query.view !== "board") search.set("view", query.view);
  query.label.forEach((label) => {
    search.append("label", label);
  });
  for (const name of ["assignee", "due", "dueFrom", "dueTo", "q", "sort"] as const) {
    const value = query[name];
    if (value) search.set(name, value);
  }
  // Commas stay as they are: these names never hold one, and an address is also read by people.
  const lists = (["status", "priority"] as const).filter((name) => query[name].length > 0).map((name) => `${name}=${query[name].join(",")}`);
  const text = [search.toString(), ...lists].filter(Boolean).join("&");
  return text && `?${text}`;
}

export function isFiltered(filters: Filters): boolean {
  const { status, priority, label, ...rest } = filters;
  return [status, priority, label].some((list) => list.length > 0) || FIELDS.some((name) => Boolean(rest[name]));
}

const FIELDS = ["assignee", "due", "dueFrom", "dueTo", "q"] as const;

/** The orders that the API knows for a list narrowed like this, its default first. */
export function sortsFor({ assignee, status, q }: Pick<Filters, "assignee" | "status" | "q">): Sort[] {
  if (assignee) return ["due"];
  return status.length === 1 && !q ? ["rank", "created"] : ["created"];
}

/** What is asked for, or what comes anyway where that is not to be had. */
export function sortOf(query: TaskQuery): Sort {
  const sorts = sortsFor(query);
  return sorts.find((sort) => sort === query.sort) ?? sorts[0] ?? "created";
}
