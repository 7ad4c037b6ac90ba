// The counts, and where each of them leads.
import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, it } from "vitest";
import { GENERAL, MAX, task } from "../test/factories";
import { fakeApi, problem } from "../test/fakeApi";
import { fakeTeam, project } from "../test/fakeTeam";
import { openPage } from "../test/openPage";
import { API, server } from "../test/server";
import { unanswered } from "../test/unanswered";

const tasks = [task(), task(), task({ status: "IN_PROGRESS", dueDate: "2026-10-01" }), task({ status: "COMPLETED" })];

it("shows that the counts are on their way", async () => {
  const { handler, asked } = unanswered("/stats");
  server.use(handler, ...fakeApi().handlers);
  openPage("/overview");
  await asked;
  expect(await within(screen.getByRole("main")).findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("shows the request id when it fails, and comes back on another try", async () => {
  server.use(http.get(`${API}/api/v1/stats`, () => problem(500, "Something broke on our side.")), ...fakeApi({ me: MAX }).handlers);
  const user = openPage("/overview");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  server.use(...fakeApi({ me: MAX }).handlers);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Nothing to count yet")).toBeVisible();
});

it("counts by status and what is overdue, each leading to those tasks", async () => {
  server.use(...fakeApi({ tasks }).handlers);
  openPage("/overview");
  const sums = within(await screen.findByRole("region", { name: "By status" }));
  const href = (name: string) => sums.getByRole("link", { name }).getAttribute("href");
  expect(href("3 Unfinished")).toBe("/projects/general?view=list&status=OPEN,IN_PROGRESS,UNDER_REVIEW");
  expect(href("2 Open")).toBe("/projects/general?view=list&status=OPEN");
  expect(href("1 Overdue")).toBe("/projects/general?view=list&due=overdue");
  expect(sums.queryByRole("link", { name: /Closed/ })).not.toBeInTheDocument();
});

it("counts per project; a sum over several has no list of its own to lead to", async () => {
  const projects = [GENERAL, project({ id: "apollo", name: "Apollo" })];
  server.use(...fakeTeam({ projects }).handlers, ...fakeApi({ tasks: [...tasks, task({ projectId: "apollo" })] }).handlers);
  openPage("/overview");
  const table = within(await screen.findByRole("table"));
  expect(await table.findByRole("link", { name: "1 Open in Apollo" })).toHaveAttribute("href", "/projects/apollo?view=list&status=OPEN");
  expect(table.getByRole("link", { name: "1 Overdue in General" })).toHaveAttribute("href", "/projects/general?view=list&due=overdue");
  const sums = within(screen.getByRole("region", { name: "By status" }));
  expect(sums.queryByRole("link")).not.toBeInTheDocument();
});

it("leads a member to their own tasks", async () => {
  server.use(...fakeApi({ me: MAX, tasks }).handlers);
  openPage("/overview");
  expect(await screen.findByText("The tasks assigned to you.")).toBeVisible();
  const sums = within(screen.getByRole("region", { name: "By status" }));
  const href = (name: string) => sums.getByRole("link", { name }).getAttribute("href");
  expect(href("3 Unfinished")).toBe("/my-tasks");
  expect(href("1 Overdue")).toBe("/my-tasks#overdue");
  expect(href("1 Completed")).toBe("/my-tasks#done");
});
