// A task opened beside its list.
import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, it, vi } from "vitest";
import { ADA, MAX, task } from "../test/factories";
import { fakeApi, problem } from "../test/fakeApi";
import { openPage } from "../test/openPage";
import { API, server } from "../test/server";
import { unanswered } from "../test/unanswered";

const panel = () => screen.findByRole("complementary", { name: "Task" });

it("shows that the task is on its way", async () => {
  const { handler, asked } = unanswered("/tasks/:id");
  server.use(handler, ...fakeApi({ me: MAX }).handlers);
  openPage("/tasks/some-task");
  await asked;
  expect(await within(screen.getByRole("main")).findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("shows the request id when it fails, and comes back on another try", async () => {
  const known = task({ title: "Count the batons" });
  server.use(...fakeApi({ me: MAX, tasks: [known] }).handlers);
  server.use(http.get(`${API}/api/v1/tasks/:id`, () => problem(500, "Something broke on our side."), { once: true }));
  const user = openPage(`/tasks/${known.id}`);
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Count the batons" })).toBeVisible();
});

it("opens from a card, has an address of its own, and closes with back or Esc", async () => {
  const known = task({ title: "Count the batons", description: "All of them." });
  server.use(...fakeApi({ tasks: [known] }).handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("link", { name: "Count the batons" }));
  expect(await within(await panel()).findByText("All of them.")).toBeVisible();
  expect(window.location.pathname).toBe(`/projects/general/tasks/${known.id}`);
  window.history.back();
  await waitFor(() => {
    expect(screen.queryByRole("complementary", { name: "Task" })).not.toBeInTheDocument();
  });
  await user.click(screen.getByRole("link", { name: "Count the batons" }));
  await panel();
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(window.location.pathname).toBe("/projects/general");
  });
});

it("shows an admin every field and lets them assign and unassign", async () => {
  const known = task({ dueDate: "2026-11-28", labels: ["release"], priority: "HIGH", assigneeIds: [ADA.id] });
  const api = fakeApi({ tasks: [known] });
  server.use(...api.handlers);
  const user = openPage(`/projects/general/tasks/${known.id}`);
  const inPanel = within(await panel());
  expect(await inPanel.findByText("Saturday, November 28")).toBeVisible();
  expect(inPanel.getByText("High")).toBeVisible();
  expect(inPanel.getByText("release")).toBeVisible();
  await user.click(inPanel.getByRole("button", { name: "Assign" }));
  await user.type(await screen.findByLabelText("Find a person"), "max");
  await user.click(screen.getByRole("button", { name: /Max Member/ }));
  expect(await inPanel.findByText("Max Member")).toBeVisible();
  await user.keyboard("{Escape}");
  await user.click(inPanel.getByRole("button", { name: "Take Ada Admin off this task" }));
  await waitFor(() => {
    expect(api.sent).toEqual([
      { method: "POST", path: `/tasks/${known.id}/assignments`, body: { userIds: ["max"] } },
      { method: "DELETE", path: `/tasks/${known.id}/assignments/ada`, body: null },
    ]);
  });
  expect(inPanel.queryByText(/Ada Admin \(you\)/)).not.toBeInTheDocument();
});

it("lets a member change the status and nothing else", async () => {
  const known = task({ assigneeIds: [MAX.id], status: "UNDER_REVIEW" });
  const api = fakeApi({ me: MAX, tasks: [known] });
  server.use(...api.handlers);
  const user = openPage(`/my-tasks/tasks/${known.id}`);
  const inPanel = within(await panel());
  await inPanel.findByText("Max Member (you)");
  expect(inPanel.getAllByRole("button").map((button) => button.getAttribute("aria-label"))).toEqual([
    "Copy link",
    "Close",
    "Status: Under review. Change it",
  ]);
  await user.click(inPanel.getByRole("button", { name: "Status: Under review. Change it" }));
  await user.click(await screen.findByRole("menuitem", { name: "Completed" }));
  expect(await inPanel.findByRole("button", { name: "Status: Completed. Change it" })).toBeVisible();
  await waitFor(() => {
    expect(api.tasks[0]?.status).toBe("COMPLETED");
  });
});

it("takes the focus to the title, and gives it back to the card", async () => {
  const known = task({ title: "Count the batons" });
  server.use(...fakeApi({ tasks: [known] }).handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("link", { name: "Count the batons" }));
  await waitFor(() => {
    expect(screen.getByRole("button", { name: "Count the batons. Edit title" })).toHaveFocus();
  });
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.getByRole("link", { name: "Count the batons" })).toHaveFocus();
  });
});

it("lies over the list where there is no room beside it, and keeps the list out of reach", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  const known = task({ title: "Count the batons" });
  server.use(...fakeApi({ tasks: [known] }).handlers);
  const user = openPage(`/projects/general/tasks/${known.id}`);
  await screen.findByRole("button", { name: "Count the batons. Edit title" });
  const list = (await screen.findByRole("group", { name: "Board of General", hidden: true })).closest("[inert]");
  expect(list).not.toBeNull();
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => {
    expect(list).not.toHaveAttribute("inert");
  });
});

it("names the tab by the task, and by the list again when it closes", async () => {
  const known = task({ title: "Count the batons" });
  server.use(...fakeApi({ tasks: [known] }).handlers);
  const user = openPage(`/projects/general/tasks/${known.id}`);
  await waitFor(() => {
    expect(document.title).toBe("Count the batons · Baton");
  });
  await panel();
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => {
    expect(document.title).toBe("General · Baton");
  });
});

it("says that the task is gone when it was deleted meanwhile, and that it is not up to date while nobody answers", async () => {
  const known = task({ title: "Count the batons" });
  server.use(...fakeApi({ me: MAX, tasks: [known] }).handlers);
  openPage(`/tasks/${known.id}`);
  await screen.findByRole("heading", { name: "Count the batons" });
  const refetch = async (status: number) => {
    server.use(http.get(`${API}/api/v1/tasks/:id`, () => problem(status, "Refused.")));
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("visibilitychange"));
    await Promise.resolve();
  };
  await refetch(500);
  expect(await screen.findByText(/^Not up to date since .*, trying again$/)).toBeVisible();
  expect(screen.getByRole("heading", { name: "Count the batons" })).toBeVisible();
  await refetch(404);
  expect(await screen.findByRole("heading", { name: "This task is gone" })).toBeVisible();
});

it("says so when there is no such task, or none that the caller may see", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/tasks/nowhere");
  expect(await screen.findByRole("alert")).toHaveTextContent("There is no such task.");
});
