// The fields of the open task, edited in place.
import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, it } from "vitest";
import type { Project, Task } from "../../../api/types";
import { MAX, task } from "../../../test/factories";
import { fakeApi, problem } from "../../../test/fakeApi";
import { fakeTeam, project } from "../../../test/fakeTeam";
import { openPage } from "../../../test/openPage";
import { API, server } from "../../../test/server";

const panel = async () => within(await screen.findByRole("complementary", { name: "Task" }));

async function open(known: Task, projects?: Project[]) {
  const api = fakeApi({ tasks: [known] });
  server.use(...(projects ? fakeTeam({ projects }).handlers : []), ...api.handlers);
  const user = openPage(`/projects/general/tasks/${known.id}`);
  const inPanel = await panel();
  await inPanel.findByRole("button", { name: `${known.title}. Edit title` });
  return { api, user, inPanel };
}

const edits = (api: ReturnType<typeof fakeApi>) => api.sent.filter(({ method }) => method === "PATCH").map(({ body }) => body);

it("shows a member the values and no way to change them", async () => {
  const known = task({ title: "Count", description: "All of **them**", labels: ["release"], dueDate: "2026-11-28", assigneeIds: [MAX.id] });
  server.use(...fakeApi({ me: MAX, tasks: [known] }).handlers);
  openPage(`/my-tasks/tasks/${known.id}`);
  const inPanel = await panel();
  expect(await inPanel.findByText("them")).toBeVisible();
  expect(inPanel.getByText("release")).toBeVisible();
  expect(inPanel.queryByRole("button", { name: /Edit|Change it|Remove|More/ })).toHaveAccessibleName("Status: Open. Change it");
  expect(inPanel.queryByRole("textbox", { name: "Add a label" })).not.toBeInTheDocument();
});

it("takes a refused change back and says why", async () => {
  const { user, inPanel } = await open(task({ title: "Count" }));
  server.use(http.patch(`${API}/api/v1/tasks/:id`, () => problem(422, "That is not a priority.")));
  await user.click(inPanel.getByRole("button", { name: "Priority: Medium. Change it" }));
  await user.click(await screen.findByRole("menuitemradio", { name: /Urgent/ }));
  expect(await screen.findByText("The priority was not saved")).toBeVisible();
  expect(screen.getByText("That is not a priority.")).toBeVisible();
  expect(await inPanel.findByRole("button", { name: "Priority: Medium. Change it" })).toBeVisible();
});

it("keeps a refused title as a draft", async () => {
  const { user, inPanel } = await open(task({ title: "Count" }));
  server.use(http.patch(`${API}/api/v1/tasks/:id`, () => problem(422, "Not like this.")));
  await user.keyboard("{Enter}");
  await user.keyboard("Recount{Enter}");
  expect(await screen.findByText("Not like this.")).toBeVisible();
  expect(inPanel.getByRole("button", { name: "Count. Edit title" })).toBeVisible();
  await user.click(inPanel.getByRole("button", { name: "Continue" }));
  expect(inPanel.getByRole("textbox", { name: "Title" })).toHaveValue("Recount");
});

it("edits the title by Enter, saves it by Enter and puts it back by Esc", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count" }));
  await user.keyboard("{Enter}");
  const box = inPanel.getByRole("textbox", { name: "Title" });
  expect(box).toHaveFocus();
  await user.keyboard("Never mind{Escape}");
  expect(inPanel.getByRole("button", { name: "Count. Edit title" })).toHaveFocus();
  await user.keyboard("{Enter}");
  await user.keyboard("Count the batons{Enter}");
  expect(inPanel.getByRole("button", { name: "Count the batons. Edit title" })).toHaveFocus();
  await waitFor(() => {
    expect(edits(api)).toEqual([{ title: "Count the batons" }]);
  });
  expect(await screen.findByRole("link", { name: "Count the batons" })).toBeVisible();
});

it("saves no empty title", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count" }));
  await user.keyboard("{Enter}");
  await user.keyboard("{Backspace}{Enter}");
  expect(inPanel.getByText("A task needs a title.")).toBeVisible();
  expect(inPanel.getByRole("textbox", { name: "Title" })).toBeInvalid();
  expect(edits(api)).toEqual([]);
});

it("keeps what was typed into the description when it is left by Esc, and saves it by Ctrl+Enter", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count" }));
  await user.click(inPanel.getByRole("button", { name: "Add a description" }));
  await user.keyboard("All of *them*{Escape}");
  expect(inPanel.queryByRole("textbox", { name: "Description" })).not.toBeInTheDocument();
  await user.click(inPanel.getByRole("button", { name: "Continue" }));
  expect(inPanel.getByRole("textbox", { name: "Description" })).toHaveValue("All of *them*");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => {
    expect(edits(api)).toEqual([{ description: "All of *them*" }]);
  });
  expect((await inPanel.findByText("them")).tagName).toBe("EM");
  expect(inPanel.queryByRole("button", { name: "Continue" })).not.toBeInTheDocument();
});

it("still has what was being typed after a reload", async () => {
  const known = task({ title: "Count" });
  const { user, inPanel } = await open(known);
  await user.click(inPanel.getByRole("button", { name: "Add a description" }));
  await user.keyboard("Half a tho");
  document.body.innerHTML = "";
  openPage(`/projects/general/tasks/${known.id}`);
  expect(await screen.findByRole("textbox", { name: "Description" })).toHaveValue("Half a tho");
});

it("sets the due date to tomorrow, to any day, and clears it", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count", dueDate: "2026-12-24" }));
  const button = () => inPanel.findByRole("button", { name: /^Due date:/ });
  await user.click(await button());
  await user.click(await screen.findByRole("button", { name: /^Tomorrow/ }));
  await user.click(await button());
  const date = await screen.findByLabelText("Date");
  await user.clear(date);
  await user.type(date, "2027-01-05{Enter}");
  expect(await inPanel.findByRole("button", { name: "Due date: Tuesday, January 5, 2027. Change it" })).toBeVisible();
  await user.click(await button());
  await user.click(await screen.findByRole("button", { name: "Clear" }));
  expect(await inPanel.findByRole("button", { name: "Due date: No due date. Change it" })).toBeVisible();
  await waitFor(() => {
    expect(edits(api)).toEqual([{ dueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }, { dueDate: "2027-01-05" }, { dueDate: null }]);
  });
});

it("adds labels by Enter and by comma, each once and ten at most, and removes them", async () => {
  const labels = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const { api, user, inPanel } = await open(task({ title: "Count", labels }));
  await user.type(inPanel.getByRole("textbox", { name: "Add a label" }), "a{Enter}spring,summer{Enter}");
  expect(await inPanel.findByText("10 labels: that is all a task takes.")).toBeVisible();
  await user.click(inPanel.getByRole("button", { name: "Remove the label a" }));
  await waitFor(() => {
    expect(api.tasks[0]?.labels).toEqual(["b", "c", "d", "e", "f", "g", "h", "spring", "summer"]);
  });
});

it("deletes from the menu, closes, and brings the task back by Undo", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count" }));
  await user.click(inPanel.getByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete task" }));
  await waitFor(() => {
    expect(screen.queryByRole("complementary", { name: "Task" })).not.toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "Count" })).not.toBeInTheDocument();
  });
  expect(await screen.findByText('Deleted "Count"')).toBeVisible();
  await waitFor(() => {
    expect(api.tasks).toEqual([]);
  });
  await user.keyboard("{F8}");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("link", { name: "Count" })).toBeVisible();
  expect(await screen.findByText('Restored "Count"')).toBeVisible();
});

it("takes a change of status back the way the rules allow, and puts a person back on", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count", status: "UNDER_REVIEW", assigneeIds: [MAX.id] }));
  await user.click(inPanel.getByRole("button", { name: "Status: Under review. Change it" }));
  await user.click(await screen.findByRole("menuitem", { name: "Completed" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await inPanel.findByRole("button", { name: "Status: Under review. Change it" })).toBeVisible();
  await waitFor(() => {
    expect(edits(api)).toEqual([{ status: "COMPLETED" }, { status: "IN_PROGRESS" }, { status: "UNDER_REVIEW" }]);
  });
  await user.click(inPanel.getByRole("button", { name: "Take Max Member off this task" }));
  await waitFor(() => {
    expect(api.tasks[0]?.assigneeIds).toEqual([]);
  });
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(api.tasks[0]?.assigneeIds).toEqual([MAX.id]);
  });
});

it("offers no archived project to move a task to", async () => {
  const projects = [project({ id: "general", name: "General" }), project({ id: "old", name: "Old", archived: true })];
  const { user, inPanel } = await open(task({ title: "Count" }), projects);
  await user.click(await inPanel.findByRole("button", { name: "Project: General. Change it" }));
  await screen.findByRole("menuitemradio", { name: "General" });
  expect(screen.queryByRole("menuitemradio", { name: "Old" })).not.toBeInTheDocument();
});
