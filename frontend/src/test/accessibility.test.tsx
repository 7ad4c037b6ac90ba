// Every page as axe sees it.
import { screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, it } from "vitest";
import { ADA, MAX, task } from "./factories";
import { fakeApi } from "./fakeApi";
import { fakeIdentity, openPage } from "./openPage";
import { server } from "./server";

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
