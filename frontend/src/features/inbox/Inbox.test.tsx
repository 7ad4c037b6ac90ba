// The inbox: the bell, what it opens, and the page with everything.
import { screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import type { InboxEntry } from "../../api/types";
import { entry, MAX, task } from "../../test/factories";
import { fakeApi, problem } from "../../test/fakeApi";
import { openPage } from "../../test/openPage";
import { API, server } from "../../test/server";

function inboxOf(...inbox: InboxEntry[]) {
  const api = fakeApi({ me: MAX, inbox });
  server.use(...api.handlers);
  return api;
}

const refuse = () => http.post(`${API}/api/v1/inbox/read`, () => problem(500, "Something broke on our side."));
const read = { readAt: "2026-11-02T09:00:00Z" };
const bell = (name: string | RegExp) => screen.findByRole("button", { name });
const latest = () => screen.findByRole("dialog", { name: "Latest in your inbox" });
const entryLink = (name: RegExp) => screen.findByRole("link", { name });

describe("the bell", () => {
  it("counts what is unread", async () => {
    inboxOf(entry(), entry(), entry(read));
    openPage("/my-tasks");
    expect(await bell("Inbox, 2 unread")).toHaveTextContent("2");
  });

  it("says nothing of a number when all is read", async () => {
    inboxOf(entry(read));
    openPage("/my-tasks");
    expect(await bell("Inbox")).toHaveTextContent("");
  });

  it("stops counting at 99", async () => {
    inboxOf(...Array.from({ length: 120 }, () => entry()));
    openPage("/my-tasks");
    expect(await bell("Inbox, more than 99 unread")).toHaveTextContent("99+");
  });

  it("opens the latest entries, of which one leads to its task and is read then", async () => {
    const known = task({ title: "Count the batons", assigneeIds: [MAX.id] });
    const told = entry({ taskId: known.id, title: known.title });
    const api = fakeApi({ me: MAX, tasks: [known], inbox: [told, entry()] });
    server.use(...api.handlers);
    const user = openPage("/my-tasks");
    await user.click(await bell("Inbox, 2 unread"));
    await user.click(await within(await latest()).findByRole("link", { name: /^Unread Count the batons .*Ada Admin assigned you/ }));
    expect(await screen.findByRole("heading", { name: "Count the batons" })).toBeVisible();
    expect(window.location.pathname).toBe(`/inbox/tasks/${known.id}`);
    expect(screen.queryByRole("dialog", { name: "Latest in your inbox" })).not.toBeInTheDocument();
    expect(await bell("Inbox, 1 unread")).toBeVisible();
    expect(api.sent).toEqual([{ method: "POST", path: "/inbox/read", body: { ids: [told.id] } }]);
  });

  it("marks all as read", async () => {
    const api = inboxOf(entry(), entry());
    const user = openPage("/my-tasks");
    await user.click(await bell("Inbox, 2 unread"));
    await user.click(await within(await latest()).findByRole("button", { name: "Mark all read" }));
    expect(await bell("Inbox")).toBeVisible();
    await waitFor(() => {
      expect(api.sent).toEqual([{ method: "POST", path: "/inbox/read", body: { all: true } }]);
    });
  });

  it("leads to the whole inbox", async () => {
    inboxOf();
    const user = openPage("/my-tasks");
    await user.click(await bell("Inbox"));
    expect(await within(await latest()).findByText("Nothing yet")).toBeVisible();
    await user.click(within(await latest()).getByRole("link", { name: "Open inbox" }));
    expect(await screen.findByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  });

  it("offers another try when the latest entries don't come", async () => {
    inboxOf(entry({ title: "Count the batons" }));
    server.use(http.get(`${API}/api/v1/inbox`, () => problem(500, "Something broke on our side."), { once: true }));
    const user = openPage("/my-tasks");
    await user.click(await bell("Inbox, 1 unread"));
    expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await entryLink(/Count the batons/)).toBeVisible();
  });
});

describe("the page", () => {
  it("shows that the entries are on their way", async () => {
    inboxOf();
    server.use(http.get(`${API}/api/v1/inbox`, () => delay("infinite")));
    openPage("/inbox");
    expect(await screen.findByRole("status", { name: "Loading" })).toBeInTheDocument();
  });

  it("says when there is nothing yet", async () => {
    inboxOf();
    openPage("/inbox");
    expect(await screen.findByText("Nothing yet")).toBeVisible();
  });

  it("says when all is read, and leads to everything", async () => {
    inboxOf(entry({ ...read, title: "Count the batons" }));
    const user = openPage("/inbox?unread=true");
    expect(await screen.findByRole("heading", { name: "All read" })).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Show all entries" }));
    expect(await entryLink(/Count the batons/)).toBeVisible();
    expect(window.location.search).toBe("");
  });

  it("shows the request id when it fails, and comes back on another try", async () => {
    inboxOf(entry({ title: "Count the batons" }));
    server.use(http.get(`${API}/api/v1/inbox`, () => problem(500, "Something broke on our side."), { once: true }));
    const user = openPage("/inbox");
    expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await entryLink(/Count the batons/)).toBeVisible();
  });

  it("groups the entries by day", async () => {
    inboxOf(entry({ occurredAt: new Date().toISOString(), title: "New" }), entry({ title: "Old" }));
    openPage("/inbox");
    expect(within(await screen.findByRole("region", { name: "Today" })).getByRole("link", { name: /New/ })).toBeVisible();
    const older = screen.getByRole("region", { name: "Sunday, November 1, 2026" });
    expect(within(older).getByRole("link", { name: /Old/ })).toBeVisible();
  });

  it("fetches the next page", async () => {
    inboxOf();
    server.use(
      http.get(`${API}/api/v1/inbox`, ({ request }) => {
        const isFirst = !new URL(request.url).searchParams.has("cursor");
        const items = [entry({ title: isFirst ? "On the first page" : "On the second page" })];
        return HttpResponse.json({ items, nextCursor: isFirst ? "more" : null });
      }),
    );
    const user = openPage("/inbox");
    await user.click(await screen.findByRole("button", { name: "Load more" }));
    expect(await entryLink(/On the second page/)).toBeVisible();
    expect(await entryLink(/On the first page/)).toBeVisible();
  });

  it("keeps the filter while a task is open, and when it closes", async () => {
    const known = task({ title: "Count the batons", assigneeIds: [MAX.id] });
    server.use(...fakeApi({ me: MAX, tasks: [known], inbox: [entry({ taskId: known.id, title: known.title })] }).handlers);
    const user = openPage("/inbox?unread=true");
    await user.click(await entryLink(/Count the batons/));
    await screen.findByRole("complementary", { name: "Task" });
    expect(window.location.pathname + window.location.search).toBe(`/inbox/tasks/${known.id}?unread=true`);
    await user.keyboard("{Escape}");
    await waitFor(() => {
      expect(window.location.pathname + window.location.search).toBe("/inbox?unread=true");
    });
  });

  it("marks one entry as read at once, and the next one has the focus", async () => {
    const [first, second] = [entry({ title: "First" }), entry({ title: "Second" })];
    const api = inboxOf(first, second);
    const user = openPage("/inbox?unread=true");
    await user.click(await screen.findByRole("button", { name: 'Mark "First" as read' }));
    expect(screen.queryByRole("link", { name: /First/ })).not.toBeInTheDocument();
    expect(await entryLink(/Second/)).toHaveFocus();
    expect(await bell("Inbox, 1 unread")).toBeVisible();
    await waitFor(() => {
      expect(api.sent).toEqual([{ method: "POST", path: "/inbox/read", body: { ids: [first.id] } }]);
    });
  });

  it("takes a mark back with the reason when it is refused", async () => {
    inboxOf(entry({ title: "First" }), entry());
    server.use(refuse());
    const user = openPage("/inbox");
    await user.click(await screen.findByRole("button", { name: "Mark all read" }));
    expect((await screen.findAllByText("Something broke on our side."))[0]).toBeInTheDocument();
    expect(await screen.findByRole("button", { name: 'Mark "First" as read' })).toBeVisible();
    expect(await bell("Inbox, 2 unread")).toBeVisible();
  });

  it("leaves J and K alone where the keys are switched off", async () => {
    localStorage.setItem("baton.keys", "off");
    inboxOf(entry({ title: "First" }), entry({ title: "Second" }));
    const user = openPage("/inbox");
    (await entryLink(/First/)).focus();
    await user.keyboard("j");
    expect(await entryLink(/First/)).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(await entryLink(/Second/)).toHaveFocus();
  });

  it("is gone through by arrows and by J and K", async () => {
    inboxOf(entry({ title: "First" }), entry({ title: "Second" }), entry({ title: "Third", occurredAt: "2026-10-01T09:00:00Z" }));
    const user = openPage("/inbox");
    (await entryLink(/First/)).focus();
    await user.keyboard("j{ArrowDown}");
    expect(await entryLink(/Third/)).toHaveFocus();
    await user.keyboard("{ArrowDown}k");
    expect(await entryLink(/Second/)).toHaveFocus();
    await user.keyboard("{ArrowUp}{Enter}");
    expect(window.location.pathname).toMatch(/^\/inbox\/tasks\//);
  });
});
