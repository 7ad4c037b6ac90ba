// Every page as axe sees it.
import { screen } from "@testing-library/react";
import axe from "axe-core";
import { http } from "msw";
import { expect, it } from "vitest";
import { ADA, entry, MAX, task } from "./factories";
import { fakeApi, problem } from "./fakeApi";
import { newComment, newEvent } from "./fakeTask";
import { fakeTeam, trashed } from "./fakeTeam";
import { fakeIdentity, openPage } from "./openPage";
import { API, server } from "./server";

// jsdom lays nothing out and paints nothing, so contrast cannot be measured here.
const RULES = { rules: { "color-contrast": { enabled: false } } };

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, RULES);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

it.each([
  ["/sign-in", "Sign in to Baton"],
  ["/sign-up", "Create your account"],
  ["/confirm", "Confirm your address"],
  ["/forgot-password", "Reset your password"],
  ["/reset-password?email=max%40example.com", "Choose a new password"],
  ["/unsubscribe?token=ASSIGNED.max.signature", "Stop these mails?"],
])("%s is accessible", async (path, heading) => {
  openPage(path, fakeIdentity({ signedIn: false }));
  await screen.findByRole("heading", { name: heading });
  expect(await faults()).toEqual([]);
});

it("the board with an open task is accessible", async () => {
  const known = task({ title: "Count the batons", dueDate: "2026-11-28", labels: ["release"], assigneeIds: [ADA.id, MAX.id] });
  server.use(...fakeApi({ tasks: [known, task({ status: "CLOSED" })] }).handlers);
  openPage(`/projects/general/tasks/${known.id}`);
  await screen.findByRole("heading", { name: "Count the batons", level: 1 });
  await screen.findByRole("link", { name: "Count the batons" });
  expect(await faults()).toEqual([]);
});

it("an open task with its comments, its history and a question is accessible", async () => {
  const known = task({ title: "Count the batons", description: "All of **them**:\n\n- [x] one", labels: ["release"], assigneeIds: [MAX.id] });
  const unsaved = { mine: "Mine", base: "Before", mode: "asking" };
  sessionStorage.setItem(`baton.unsaved.ada.${known.id}.title`, JSON.stringify(unsaved));
  const comments = [newComment({ taskId: known.id, text: "Two are missing." })];
  server.use(...fakeApi({ tasks: [known], comments, events: [newEvent({ taskId: known.id, type: "TASK_CREATED" })] }).handlers);
  openPage(`/projects/general/tasks/${known.id}`);
  await screen.findByText("Two are missing.");
  await screen.findByRole("button", { name: "Keep mine" });
  expect(await faults()).toEqual([]);
});

it("my tasks are accessible", async () => {
  server.use(...fakeApi({ me: MAX, tasks: [task({ title: "Count the batons", assigneeIds: [MAX.id] })] }).handlers);
  openPage("/my-tasks");
  await screen.findByRole("link", { name: "Count the batons" });
  expect(await faults()).toEqual([]);
});

it("a new task's form is accessible", async () => {
  server.use(...fakeApi({ tasks: [task()] }).handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: "New task" }));
  await screen.findByRole("dialog", { name: "New task" });
  expect(await faults()).toEqual([]);
});

it("the inbox and what the bell opens are accessible", async () => {
  const inbox = [entry({ title: "Count the batons" }), entry({ readAt: "2026-11-02T09:00:00Z" }), entry({ actorId: "SYSTEM", type: "TASK_OVERDUE" })];
  server.use(...fakeApi({ me: MAX, inbox }).handlers);
  const user = openPage("/inbox");
  await screen.findByRole("link", { name: /Count the batons/ });
  expect(await faults()).toEqual([]);
  await user.click(await screen.findByRole("button", { name: "Inbox, 2 unread" }));
  await screen.findByRole("link", { name: "Open inbox" });
  expect(await faults()).toEqual([]);
});

it("the settings are accessible", async () => {
  server.use(...fakeApi({ me: { ...MAX, emailStatus: "BOUNCED" } }).handlers);
  openPage("/settings");
  await screen.findByRole("heading", { name: "Settings" });
  expect(await faults()).toEqual([]);
});

it.each([
  ["/team", "listitem", "Max Member"],
  ["/projects", "list", "Projects"],
  ["/trash", "list", "Deleted tasks"],
  ["/overview", "table", ""],
])("%s is accessible", async (path, role, name) => {
  server.use(...fakeTeam({ trash: [trashed(), trashed()] }).handlers, ...fakeApi({ tasks: [task(), task({ status: "CLOSED" })] }).handlers);
  openPage(path);
  await screen.findByRole(role, name ? { name } : {});
  expect(await faults()).toEqual([]);
});

it("the question before a deactivation is accessible", async () => {
  server.use(...fakeTeam().handlers, ...fakeApi().handlers);
  const user = openPage("/team");
  await user.click(await screen.findByRole("button", { name: "Change Max Member" }));
  await user.click(await screen.findByRole("menuitem", { name: "Deactivate" }));
  await screen.findByRole("dialog", { name: "Deactivate Max Member?" });
  expect(await faults()).toEqual([]);
});

it("signing in again is accessible", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  const user = openPage("/my-tasks");
  await screen.findByText("Nothing is assigned to you");
  server.use(http.get(`${API}/api/v1/stats`, () => problem(401, "Sign in.")));
  await user.click(screen.getByRole("link", { name: "Overview" }));
  await screen.findByRole("dialog", { name: "Sign in again" });
  expect(await faults()).toEqual([]);
});
