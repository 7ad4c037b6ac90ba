// Changing many tasks as one.
import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import type { Task } from "../../../api/types";
import { ADA, MAX, task } from "../../../test/factories";
import { fakeApi } from "../../../test/fakeApi";
import { fakeLists } from "../../../test/fakeTasks";
import { openPage } from "../../../test/openPage";
import { problem } from "../../../test/problem";
import { API, server } from "../../../test/server";

function serve(tasks: Task[], options: Parameters<typeof fakeLists>[1] = {}, me = ADA) {
  const api = fakeApi({ tasks, me });
  server.use(...fakeLists(api, options).handlers, ...api.handlers);
  return api;
}

const bar = async () => within(await screen.findByRole("toolbar", { name: "Selected tasks" }));

it("is not for members", async () => {
  serve([task({ title: "One", assigneeIds: [MAX.id] })], {}, MAX);
  const user = openPage("/my-tasks");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jxadp");
  expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("tells task by task what was refused, and keeps the others changed", async () => {
  const [one, two, three] = [task({ title: "One" }), task({ title: "Two" }), task({ title: "Three" })];
  const api = serve([one, two, three], { refusals: { [two.id]: "It is closed." } });
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jx");
  await user.click((await bar()).getByRole("button", { name: "Select all loaded" }));
  expect((await bar()).getByText("3 selected")).toBeVisible();
  await user.click((await bar()).getByRole("button", { name: "Priority" }));
  await user.type(await screen.findByRole("combobox", { name: "Set priority (3 tasks)" }), "urgent{Enter}");
  expect((await screen.findAllByText("2 changed, 1 not"))[0]).toBeInTheDocument();
  expect(screen.getAllByText("Two: It is closed.")[0]).toBeInTheDocument();
  expect(api.tasks.map(({ priority }) => priority)).toEqual(["URGENT", "MEDIUM", "URGENT"]);
  await waitFor(() => {
    expect(screen.getAllByRole("button", { name: "Priority: Medium. Change it" })).toHaveLength(1);
  });
});

it("counts what was not sent any more once nobody answers", async () => {
  serve(
    Array.from({ length: 150 }, (_, index) => task({ title: `Task ${String(index)}` })),
    { pageSize: 150 },
  );
  server.use(http.post(`${API}/api/v1/tasks/bulk`, () => HttpResponse.error()));
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "Task 149" });
  await user.keyboard("jx");
  await user.click((await bar()).getByRole("button", { name: "Select all loaded" }));
  await user.keyboard("p");
  await user.type(await screen.findByRole("combobox", { name: "Set priority (150 tasks)" }), "low{Enter}");
  expect((await screen.findAllByText("0 changed, 150 not"))[0]).toBeInTheDocument();
});

it("puts everything back when the request itself fails", async () => {
  serve([task({ title: "One" })]);
  server.use(http.post(`${API}/api/v1/tasks/bulk`, () => problem(500, "Something broke on our side.")));
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jxp");
  await user.type(await screen.findByRole("combobox", { name: "Set priority" }), "low{Enter}");
  expect((await screen.findAllByText("0 changed, 1 not"))[0]).toBeInTheDocument();
  expect(await screen.findByRole("button", { name: "Priority: Medium. Change it" })).toBeInTheDocument();
});

it("selects a range with Shift, changes it at once, and takes the change back", async () => {
  const api = serve([task({ title: "One" }), task({ title: "Two", assigneeIds: [MAX.id] }), task({ title: "Three" }), task({ title: "Four" })]);
  const user = openPage("/projects/general?view=list");
  await user.click(await screen.findByRole("checkbox", { name: 'Select "One"' }));
  await user.keyboard("{Shift>}");
  await user.click(screen.getByRole("checkbox", { name: 'Select "Three"' }));
  await user.keyboard("{/Shift}");
  expect((await bar()).getByText("3 selected")).toBeVisible();
  await user.click((await bar()).getByRole("button", { name: "Assign" }));
  await user.type(await screen.findByRole("combobox", { name: "Assign to (3 tasks)" }), "max{Enter}");
  await screen.findAllByText("2 changed");
  expect(api.tasks.map(({ assigneeIds }) => assigneeIds)).toEqual([["max"], ["max"], ["max"], []]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(api.tasks.map(({ assigneeIds }) => assigneeIds)).toEqual([[], ["max"], [], []]);
  });
});

it("deletes what is selected and brings it back", async () => {
  const api = serve([task({ title: "One" }), task({ title: "Two" })]);
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jx");
  await user.click((await bar()).getByRole("button", { name: "Delete" }));
  await screen.findAllByText("1 task deleted");
  expect(screen.queryByRole("link", { name: "One" })).not.toBeInTheDocument();
  expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("link", { name: "One" })).toBeVisible();
  expect(api.tasks).toHaveLength(2);
});

it("clears the selection with Esc before that closes an open task", async () => {
  const known = task({ title: "One" });
  serve([known]);
  const user = openPage(`/projects/general/tasks/${known.id}?view=list`);
  await screen.findByRole("complementary", { name: "Task" });
  await user.click(await screen.findByRole("checkbox", { name: 'Select "One"' }));
  await bar();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
  expect(screen.getByRole("complementary", { name: "Task" })).toBeVisible();
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("complementary", { name: "Task" })).not.toBeInTheDocument();
  });
});

it("selects on the board too", async () => {
  const api = serve([task({ title: "One" }), task({ title: "Two", status: "IN_PROGRESS" })]);
  const user = openPage("/projects/general");
  await screen.findByRole("link", { name: "Two" });
  await user.keyboard("jx{ArrowRight}x");
  expect((await bar()).getByText("2 selected")).toBeVisible();
  await user.keyboard("l");
  await user.type(await screen.findByRole("combobox", { name: "Add or remove labels (2 tasks)" }), "release{Enter}");
  await screen.findAllByText("2 changed");
  expect(api.tasks.map(({ labels }) => labels)).toEqual([["release"], ["release"]]);
});
