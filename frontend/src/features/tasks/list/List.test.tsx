// The list of a project, narrowed by its address.
import { act, screen, waitFor, within } from "@testing-library/react";
import { delay, http } from "msw";
import { expect, it } from "vitest";
import type { Task } from "../../../api/types";
import { ADA, MAX, task } from "../../../test/factories";
import { fakeApi } from "../../../test/fakeApi";
import { fakeLists } from "../../../test/fakeTasks";
import { openPage } from "../../../test/openPage";
import { problem } from "../../../test/problem";
import { API, server } from "../../../test/server";

function serve(tasks: Task[], options: Parameters<typeof fakeLists>[1] = {}) {
  const api = fakeApi({ tasks });
  const lists = fakeLists(api, options);
  server.use(...lists.handlers, ...api.handlers);
  return { api, asked: lists.asked };
}

const list = { name: "Tasks of General" };
const titles = () => within(screen.getByRole("list", list)).queryAllByRole("link").map((link) => link.textContent);

it("shows that the tasks are on their way", async () => {
  server.use(http.get(`${API}/api/v1/tasks`, () => delay("infinite")), ...fakeApi().handlers);
  openPage("/projects/general?view=list");
  expect(await screen.findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("shows the request id when it fails, and comes back on another try", async () => {
  serve([task({ title: "Count the batons" })]);
  server.use(http.get(`${API}/api/v1/tasks`, () => problem(500, "Something broke on our side."), { once: true }));
  const user = openPage("/projects/general?view=list");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Count the batons" })).toBeVisible();
});

it("invites to write the first task when there is none", async () => {
  serve([]);
  openPage("/projects/general?view=list");
  expect(await screen.findByText("No tasks yet")).toBeVisible();
});

it("says that nothing matches, and clears the filters", async () => {
  serve([task({ title: "Count the batons" })]);
  const user = openPage("/projects/general?view=list&priority=URGENT");
  expect(await screen.findByText("Nothing matches")).toBeVisible();
  const [, inPage] = screen.getAllByRole("button", { name: "Clear filters" });
  await user.click(inPage as HTMLElement);
  expect(await screen.findByRole("link", { name: "Count the batons" })).toBeVisible();
  expect(window.location.search).toBe("?view=list");
});

it("says when all is done", async () => {
  serve([task({ status: "COMPLETED" })]);
  openPage("/projects/general?view=list");
  expect(await screen.findByText("All done")).toBeVisible();
});

it("fetches page after page until every task is there", async () => {
  serve(
    Array.from({ length: 12 }, (_, index) => task({ title: `Task ${String(index)}` })),
    { pageSize: 5 },
  );
  const user = openPage("/projects/general?view=list");
  expect(await screen.findByText("5 tasks so far")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Load more" }));
  await screen.findByText("10 tasks so far");
  await user.click(screen.getByRole("button", { name: "Load more" }));
  expect(await screen.findByText("12 tasks")).toBeVisible();
  expect(titles()).toHaveLength(12);
  expect(screen.queryByRole("button", { name: "Load more" })).not.toBeInTheDocument();
});

it("asks the API for what the address says, and for no order it would refuse", async () => {
  const { asked } = serve([task({ title: "Count the batons", status: "OPEN", priority: "HIGH", labels: ["release"] })]);
  openPage("/projects/general?view=list&status=OPEN,IN_PROGRESS&priority=HIGH&label=release&q=baton&sort=due");
  expect(await screen.findByRole("link", { name: "Count the batons" })).toBeVisible();
  expect(asked[0]).toBe("status=OPEN&status=IN_PROGRESS&priority=HIGH&label=release&q=baton&project=general&sort=created&limit=50");
});

it("keeps filters and display while a task is open, and after it is closed", async () => {
  const known = task({ title: "Count the batons", priority: "HIGH" });
  serve([known, task({ title: "Other" })]);
  const user = openPage("/projects/general?view=list&priority=HIGH");
  await user.click(await screen.findByRole("link", { name: "Count the batons" }));
  expect(window.location.pathname + window.location.search).toBe(`/projects/general/tasks/${known.id}?view=list&priority=HIGH`);
  await screen.findByRole("complementary", { name: "Task" });
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(window.location.pathname + window.location.search).toBe("/projects/general?view=list&priority=HIGH");
  });
});

it("adds a filter by keyboard, names it in a chip, and takes it away again", async () => {
  serve([task({ title: "One", priority: "URGENT" }), task({ title: "Two", priority: "LOW" }), task({ title: "Three", priority: "HIGH" })]);
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "Two" });
  await user.keyboard("f");
  await user.type(await screen.findByRole("combobox", { name: "Add filter" }), "prio{Enter}");
  await user.type(await screen.findByRole("combobox", { name: "Choose: Priority" }), "urg{Enter}");
  await waitFor(() => {
    expect(titles()).toEqual(["One"]);
  });
  await user.clear(screen.getByRole("combobox"));
  await user.type(screen.getByRole("combobox"), "high{Enter}");
  await user.keyboard("{Escape}");
  expect(await screen.findByRole("button", { name: "Priority: Urgent or High. Change it" })).toBeVisible();
  expect(window.location.search).toBe("?view=list&priority=URGENT,HIGH");
  await user.click(screen.getByRole("button", { name: "Remove the filter Priority" }));
  await waitFor(() => {
    expect(titles()).toEqual(["One", "Two", "Three"]);
  });
});

it("finds tasks without a date, and those of one person in the order of their dates", async () => {
  const { asked } = serve([task({ title: "Dated", dueDate: "2026-11-30", assigneeIds: [MAX.id] }), task({ title: "Undated" })]);
  const user = openPage("/projects/general?view=list&due=none");
  expect(await screen.findByRole("link", { name: "Undated" })).toBeVisible();
  expect(titles()).toEqual(["Undated"]);
  await user.click(screen.getByRole("button", { name: "Clear filters" }));
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  await user.type(await screen.findByRole("combobox", { name: "Add filter" }), "assignee{Enter}");
  await user.type(await screen.findByRole("combobox", { name: "Choose: Assignee" }), "max{Enter}");
  await waitFor(() => {
    expect(titles()).toEqual(["Dated"]);
  });
  expect(asked.at(-1)).toContain("assignee=max&project=general&sort=due");
  expect(screen.getByRole("button", { name: "Order: By due date. Change it" })).toBeVisible();
});

it("searches a moment after one stops typing, as one step of the history", async () => {
  const { asked } = serve([task({ title: "Count the batons" }), task({ title: "Wax the track" })]);
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "Wax the track" });
  await user.keyboard("/");
  expect(screen.getByRole("searchbox", { name: "Search in this project" })).toHaveFocus();
  await user.keyboard("baton");
  await waitFor(() => {
    expect(titles()).toEqual(["Count the batons"]);
  });
  expect(asked.filter((query) => query.includes("q="))).toEqual(["q=baton&project=general&sort=created&limit=50"]);
  act(() => {
    window.history.back();
  });
  await waitFor(() => {
    expect(screen.getByRole("searchbox")).toHaveValue("");
  });
  await waitFor(() => {
    expect(titles()).toHaveLength(2);
  });
});

it("leaves out at once what no longer fits, and hands its focus to the next", async () => {
  const { api } = serve([task({ title: "One" }), task({ title: "Two" })]);
  const user = openPage("/projects/general?view=list&status=OPEN");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("js");
  await user.type(await screen.findByRole("combobox", { name: "Change status" }), "progress{Enter}");
  await waitFor(() => {
    expect(titles()).toEqual(["Two"]);
  });
  await waitFor(() => {
    expect(screen.getByRole("link", { name: "Two" })).toHaveFocus();
  });
  expect(api.tasks[0]?.status).toBe("IN_PROGRESS");
});

it("goes through the rows and changes the one in focus by keys", async () => {
  const { api } = serve([task({ title: "One" }), task({ title: "Two", assigneeIds: [ADA.id] })]);
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jj");
  expect(screen.getByRole("link", { name: "Two" })).toHaveFocus();
  await user.keyboard("jk");
  expect(screen.getByRole("link", { name: "One" })).toHaveFocus();
  await user.keyboard("p");
  await user.type(await screen.findByRole("combobox", { name: "Set priority" }), "urgent{Enter}");
  await waitFor(() => {
    expect(screen.getByRole("link", { name: "One" })).toHaveFocus();
  });
  await user.keyboard("d");
  await user.type(await screen.findByRole("combobox", { name: "Set due date" }), "2026-11-28{Enter}");
  await waitFor(() => {
    expect(screen.getByRole("link", { name: "One" })).toHaveFocus();
  });
  await user.keyboard("a");
  await user.type(await screen.findByRole("combobox", { name: "Assign to" }), "max{Enter}");
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(api.tasks[0]).toMatchObject({ priority: "URGENT", dueDate: "2026-11-28", assigneeIds: ["max"] });
  });
});

it("offers no day that the calendar doesn't have", async () => {
  serve([task({ title: "One" })]);
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jd");
  await user.type(await screen.findByRole("combobox", { name: "Set due date" }), "2031-02-31");
  expect(screen.queryByRole("option")).not.toBeInTheDocument();
});

it("has one stop for the Tab key: the current row", async () => {
  serve([task({ title: "One" }), task({ title: "Two" })]);
  const user = openPage("/projects/general?view=list");
  const [one, two] = [await screen.findByRole("link", { name: "One" }), screen.getByRole("link", { name: "Two" })];
  expect([one.tabIndex, two.tabIndex]).toEqual([0, -1]);
  await user.keyboard("jj");
  expect([one.tabIndex, two.tabIndex]).toEqual([-1, 0]);
});

it("leaves the keys to what is typed into, and can be without them", async () => {
  localStorage.setItem("baton.keys", "off");
  serve([task({ title: "One" })]);
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jx/c");
  expect(document.body).toHaveFocus();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
});
