// Changes shown ahead of the server.
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import type { Status, TaskCard } from "../../api/types";
import { task } from "../../test/factories";
import { keys, knownVersion, moveCard, removeTask, snapshot, type CardPages } from "./cache";

function pages(...lists: TaskCard[][]): CardPages {
  const last = lists.length - 1;
  return { pages: lists.map((items, index) => ({ items, nextCursor: index < last ? "more" : null })), pageParams: [] };
}

function ids(client: QueryClient, status: Status): string[] {
  const column = client.getQueryData<CardPages>(keys.column("general", status));
  return column?.pages.flatMap((page) => page.items.map((card) => card.id)) ?? [];
}

const [first, second, third, other] = [task(), task(), task(), task({ status: "IN_PROGRESS" })] as const;

function board(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(keys.column("general", "OPEN"), pages([first, second], [third]));
  client.setQueryData(keys.column("general", "IN_PROGRESS"), pages([other]));
  return client;
}

it("puts a card between the neighbours it was dropped between, across pages", () => {
  const client = board();
  moveCard(client, first, { status: "OPEN", afterId: second.id, beforeId: third.id });
  expect(ids(client, "OPEN")).toEqual([second.id, first.id, third.id]);
});

it("puts a card without neighbours at the end of its new column", () => {
  const client = board();
  moveCard(client, first, { status: "IN_PROGRESS" });
  expect(ids(client, "OPEN")).toEqual([second.id, third.id]);
  expect(ids(client, "IN_PROGRESS")).toEqual([other.id, first.id]);
});

it("brings a card back when its change is refused", () => {
  const client = board();
  client.setQueryData(keys.one(third.id), third);
  const undo = snapshot(client, [third.id]);
  moveCard(client, third, { status: "IN_PROGRESS", beforeId: other.id });
  expect(ids(client, "IN_PROGRESS")).toEqual([third.id, other.id]);
  expect(client.getQueryData(keys.one(third.id))).toMatchObject({ status: "IN_PROGRESS" });
  undo();
  expect(ids(client, "OPEN")).toEqual([first.id, second.id, third.id]);
  expect(ids(client, "IN_PROGRESS")).toEqual([other.id]);
  expect(client.getQueryData(keys.one(third.id))).toMatchObject({ status: "OPEN" });
});

it("leaves the other cards where they have been moved since", () => {
  const client = board();
  const undo = snapshot(client, [second.id]);
  moveCard(client, second, { status: "IN_PROGRESS" });
  moveCard(client, third, { status: "OPEN", beforeId: first.id });
  undo();
  expect(ids(client, "OPEN")).toEqual([third.id, first.id, second.id]);
  expect(ids(client, "IN_PROGRESS")).toEqual([other.id]);
});

it("brings several cards back in their order", () => {
  const client = board();
  const undo = snapshot(client, [third.id, second.id]);
  for (const card of [second, third]) removeTask(client, card.id);
  expect(ids(client, "OPEN")).toEqual([first.id]);
  undo();
  expect(ids(client, "OPEN")).toEqual([first.id, second.id, third.id]);
});

it("knows the newest version of a card that the page has seen", () => {
  const client = board();
  client.setQueryData(keys.one(first.id), { ...first, version: 4 });
  expect(knownVersion(client, first)).toBe(4);
});
