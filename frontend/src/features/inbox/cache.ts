// The inbox as the query cache holds it, marked as read ahead of the server and put back when it refuses.
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { InboxEntry, Page } from "../../api/types";

export type EntryPages = InfiniteData<Page<InboxEntry>, string | null>;
export type Shown = "all" | "unread";
export type Marked = readonly string[] | "all";

export const keys = {
  all: ["inbox"] as const,
  lists: ["inbox", "list"] as const,
  list: (shown: Shown) => ["inbox", "list", shown] as const,
  count: ["inbox", "count"] as const,
};

/** The server counts no further: this many or more. */
const COUNTED_UP_TO = 100;

export function entriesIn(pages: Pick<EntryPages, "pages"> | undefined): InboxEntry[] {
  return pages?.pages.flatMap((page) => page.items) ?? [];
}

function mapEntries(pages: EntryPages, change: (entries: InboxEntry[]) => InboxEntry[]): EntryPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) };
}

function unreadAmong(client: QueryClient, marked: readonly string[]): number {
  const lists = client.getQueriesData<EntryPages>({ queryKey: keys.lists });
  const entries = lists.flatMap(([, pages]) => entriesIn(pages));
  return new Set(entries.filter((entry) => entry.readAt === null && marked.includes(entry.id)).map((entry) => entry.id)).size;
}

function countWithout(client: QueryClient, count: number, marked: Marked): number {
  if (marked === "all") return 0;
  return count >= COUNTED_UP_TO ? count : Math.max(0, count - unreadAmong(client, marked));
}

/** Marks entries in every list and count, and gives a function that brings back what was there before. */
export function markAhead(client: QueryClient, marked: Marked, now: string): () => void {
  void client.cancelQueries({ queryKey: keys.all });
  const before = client.getQueriesData({ queryKey: keys.all });
  const isMarked = (entry: InboxEntry) => marked === "all" || marked.includes(entry.id);
  const read = (entries: InboxEntry[]) =>
    entries.map((entry) => (isMarked(entry) && entry.readAt === null ? { ...entry, readAt: now } : entry));
  const unread = (entries: InboxEntry[]) => entries.filter((entry) => !isMarked(entry));
  client.setQueryData<number>(keys.count, (count) => count && countWithout(client, count, marked));
  client.setQueryData<EntryPages>(keys.list("all"), (pages) => pages && mapEntries(pages, read));
  client.setQueryData<EntryPages>(keys.list("unread"), (pages) => pages && mapEntries(pages, unread));
  return () => {
    before.forEach(([key, known]) => client.setQueryData(key, known));
  };
}
