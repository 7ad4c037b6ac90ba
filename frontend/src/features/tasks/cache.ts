// Tasks as the query cache holds them, changed ahead of the server and put back when it refuses.
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Page, Status, Task, TaskCard } from "../../api/types";

export type CardPages = InfiniteData<Page<TaskCard>, string | null>;

export const keys = {
  all: ["tasks"] as const,
  lists: ["tasks", "list"] as const,
  /** Without `narrowed`: of that column, however it is narrowed. */
  column: (projectId: string, status: Status, ...narrowed: unknown[]) => ["tasks", "list", "column", projectId, status, ...narrowed] as const,
  project: (projectId: string, ...narrowed: unknown[]) => ["tasks", "list", "project", projectId, ...narrowed] as const,
  found: (text: string, ...narrowed: unknown[]) => ["tasks", "found", text, ...narrowed] as const,
  assignee: (userId: string) => ["tasks", "list", "assignee", userId] as const,
  one: (taskId: string) => ["tasks", "one", taskId] as const,
};

/** What was said and done about a task; apart from the tasks, which are put back when a change is refused. */
export const activityKeys = {
  all: ["activity"] as const,
  comments: (taskId: string) => ["activity", taskId, "comments"] as const,
  events: (taskId: string) => ["activity", taskId, "events"] as const,
};

/** A place in a column: below one card and above another, or the end when neither is given. */
export type Place = { status: Status; afterId?: string; beforeId?: string };

type Edit = (card: TaskCard) => TaskCard;

/** Remembers these tasks and their places, and gives a function that brings them back; others stay as they are by then. */
export function snapshot(client: QueryClient, taskIds: string[]): () => void {
  void client.cancelQueries({ queryKey: keys.all });
  const lists = client.getQueriesData<CardPages>({ queryKey: keys.lists });
  const tasks = taskIds.map((taskId) => client.getQueryData<Task>(keys.one(taskId)));
  return () => {
    lists.forEach(([key, before]) => client.setQueryData<CardPages>(key, (now) => now && before && putBack(now, before, taskIds)));
    tasks.forEach((task) => task && client.setQueryData(keys.one(task.id), task));
  };
}

function cardsOf(pages: CardPages): TaskCard[] {
  return pages.pages.flatMap((page) => page.items);
}

/** Each below the card that it was below, or the next one above that which is still there. */
function putBack(now: CardPages, before: CardPages, taskIds: string[]): CardPages {
  const former = cardsOf(before);
  const without = mapCards(now, (cards) => cards.filter((card) => !taskIds.includes(card.id)));
  return former.reduce((pages, card, index) => {
    if (!taskIds.includes(card.id)) return pages;
    const there = new Set(cardsOf(pages).map(({ id }) => id));
    const above = former.slice(0, index).findLast(({ id }) => there.has(id));
    return above ? insert(pages, card, above.id) : prepend(pages, card);
  }, without);
}

function prepend(pages: CardPages, card: TaskCard): CardPages {
  return { ...pages, pages: pages.pages.map((page, index) => (index === 0 ? { ...page, items: [card, ...page.items] } : page)) };
}

function mapCards(pages: CardPages, change: (cards: TaskCard[]) => TaskCard[]): CardPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) };
}

/** Its card in every list; the open task stays what the server last said. */
export function editCards(client: QueryClient, taskId: string, edit: Edit): void {
  const change = (cards: TaskCard[]) => cards.map((card) => (card.id === taskId ? edit(card) : card));
  client.setQueriesData<CardPages>({ queryKey: keys.lists }, (pages) => pages && mapCards(pages, change));
}

export function editTask(client: QueryClient, taskId: string, edit: Edit): void {
  editCards(client, taskId, edit);
  client.setQueryData<Task>(keys.one(taskId), (task) => task && { ...task, ...edit(task) });
}

/** Takes a task out of every list. */
export function removeTask(client: QueryClient, taskId: string): void {
  const take = (cards: TaskCard[]) => cards.filter((card) => card.id !== taskId);
  client.setQueriesData<CardPages>({ queryKey: keys.lists }, (pages) => pages && mapCards(pages, take));
}

/** One neighbour is enough to find the place: the two may be on different pages. */
function insert(pages: CardPages, card: TaskCard, afterId?: string, beforeId?: string): CardPages {
  const neighbourId = afterId ?? beforeId;
  return mapCards(pages, (cards) => {
    const neighbour = cards.findIndex((other) => other.id === neighbourId);
    if (neighbour < 0) return cards;
    const index = afterId === undefined ? neighbour : neighbour + 1;
    return [...cards.slice(0, index), card, ...cards.slice(index)];
  });
}

function append(pages: CardPages, card: TaskCard): CardPages {
  const last = pages.pages.at(-1);
  // The end of a column that is not loaded to its end is out of sight.
  if (!last || last.nextCursor !== null) return pages;
  return { ...pages, pages: [...pages.pages.slice(0, -1), { ...last, items: [...last.items, card] }] };
}

/** Takes the card out of its column and puts it at its new place. */
export function moveCard(client: QueryClient, card: TaskCard, place: Place): void {
  const moved = { ...card, status: place.status };
  const take = (cards: TaskCard[]) => cards.filter((other) => other.id !== card.id);
  editTask(client, card.id, (known) => ({ ...known, status: place.status }));
  client.setQueriesData<CardPages>({ queryKey: [...keys.lists, "column", card.projectId] }, (pages) => pages && mapCards(pages, take));
  client.setQueriesData<CardPages>({ queryKey: keys.column(card.projectId, place.status) }, (pages) => {
    if (!pages) return pages;
    const atEnd = place.afterId === undefined && place.beforeId === undefined;
    return atEnd ? append(pages, moved) : insert(pages, moved, place.afterId, place.beforeId);
  });
}

/** The newest version the page has seen of a task. */
export function knownVersion(client: QueryClient, card: TaskCard): number {
  const lists = client.getQueriesData<CardPages>({ queryKey: keys.lists });
  const cards = lists.flatMap(([, pages]) => (pages ? cardsOf(pages) : []));
  const versions = cards.filter((other) => other.id === card.id).map((other) => other.version);
  return Math.max(card.version, client.getQueryData<Task>(keys.one(card.id))?.version ?? 0, ...versions);
}
