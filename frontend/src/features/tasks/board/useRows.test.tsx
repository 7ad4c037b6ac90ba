// Long columns: what of them is drawn, and that everything in them stays within reach.
import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it, vi } from "vitest";
import { task } from "../../../test/factories";
import { fakeApi } from "../../../test/fakeApi";
import { openPage } from "../../../test/openPage";
import { API, server } from "../../../test/server";

const lanes = (count: number) => Array.from({ length: count }, (_, index) => task({ title: `Lane ${String(index + 1)}` }));

beforeEach(() => {
  // jsdom lays nothing out: here a column and a card are both 80 pixels high.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(80);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(80);
});

async function cardsOfOpen(): Promise<HTMLElement[]> {
  await screen.findByText("Lane 1");
  return within(screen.getByRole("region", { name: "Open" })).getAllByRole("listitem");
}

it("draws every card of a column of thirty", async () => {
  server.use(...fakeApi({ tasks: lanes(30) }).handlers);
  openPage("/projects/general");
  const cards = await cardsOfOpen();
  expect(cards).toHaveLength(30);
  expect(cards[0]).not.toHaveAttribute("aria-setsize");
});

it("draws only what is in sight of a longer one, and says where each card is", async () => {
  server.use(...fakeApi({ tasks: lanes(40) }).handlers);
  openPage("/projects/general");
  const cards = await cardsOfOpen();
  expect(cards.length).toBeLessThan(40);
  expect(cards[1]).toHaveAttribute("aria-posinset", "2");
  expect(cards[1]).toHaveAttribute("aria-setsize", "40");
});

it("does not claim to know how many there are while there are more to ask for", async () => {
  const tasks = lanes(40);
  const open = http.get(`${API}/api/v1/tasks`, ({ request }) =>
    new URL(request.url).searchParams.get("status") === "OPEN" ? HttpResponse.json({ items: tasks, nextCursor: "more" }) : undefined,
  );
  server.use(open, ...fakeApi({ tasks }).handlers);
  openPage("/projects/general");
  expect((await cardsOfOpen())[0]).toHaveAttribute("aria-setsize", "-1");
});

it("takes J past what was drawn, and keeps the focus on the card", async () => {
  server.use(...fakeApi({ tasks: lanes(40) }).handlers);
  const user = openPage("/projects/general");
  await cardsOfOpen();
  await user.keyboard("j".repeat(20));
  expect(screen.getByText("Lane 20")).toHaveFocus();
  await user.keyboard("k");
  expect(screen.getByText("Lane 19")).toHaveFocus();
});
