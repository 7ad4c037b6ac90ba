// Read marks shown ahead of the server.
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import type { InboxEntry } from "../../api/types";
import { entry } from "../../test/factories";
import { entriesIn, keys, markAhead, type EntryPages, type Shown } from "./cache";

const NOW = "2026-11-23T12:00:00Z";
const EARLIER = "2026-11-22T12:00:00Z";

const [first, second, old] = [entry(), entry(), entry({ readAt: EARLIER })] as const;

function pages(...items: InboxEntry[]): EntryPages {
  return { pages: [{ items, nextCursor: null }], pageParams: [null] };
}

function inbox(count = 2): QueryClient {
  const client = new QueryClient();
  client.setQueryData(keys.list("all"), pages(first, second, old));
  client.setQueryData(keys.list("unread"), pages(first, second));
  client.setQueryData(keys.count, count);
  return client;
}

const shown = (client: QueryClient, list: Shown) => entriesIn(client.getQueryData<EntryPages>(keys.list(list)));

it("marks one, drops it from what is unread and counts one less", () => {
  const client = inbox();
  markAhead(client, [first.id], NOW);
  expect(shown(client, "all").map((known) => known.readAt)).toEqual([NOW, null, EARLIER]);
  expect(shown(client, "unread")).toEqual([second]);
  expect(client.getQueryData(keys.count)).toBe(1);
});

it("marks everything, and leaves what was read before as it was", () => {
  const client = inbox();
  markAhead(client, "all", NOW);
  expect(shown(client, "all").map((known) => known.readAt)).toEqual([NOW, NOW, EARLIER]);
  expect(shown(client, "unread")).toEqual([]);
  expect(client.getQueryData(keys.count)).toBe(0);
});

it("counts nothing twice that was read already", () => {
  const client = inbox();
  markAhead(client, [old.id], NOW);
  expect(client.getQueryData(keys.count)).toBe(2);
});

it("does not pretend to know how many are left of a hundred or more", () => {
  const client = inbox(100);
  markAhead(client, [first.id], NOW);
  expect(client.getQueryData(keys.count)).toBe(100);
});

it("brings everything back when the mark is refused", () => {
  const client = inbox();
  const undo = markAhead(client, "all", NOW);
  undo();
  expect(shown(client, "unread")).toEqual([first, second]);
  expect(shown(client, "all")).toEqual([first, second, old]);
  expect(client.getQueryData(keys.count)).toBe(2);
});
