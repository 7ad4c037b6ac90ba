// The keys that work on every page, the help on them, and the palette.
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Task } from "../api/types";
import { ADA, MAX, task } from "../test/factories";
import { fakeApi } from "../test/fakeApi";
import { fakeLists } from "../test/fakeTasks";
import { openPage } from "../test/openPage";
import { server } from "../test/server";

function serve(tasks: Task[], me = ADA) {
  const api = fakeApi({ tasks, me });
  const lists = fakeLists(api);
  server.use(...lists.handlers, ...api.handlers);
  return lists;
}

const palette = () => screen.findByRole("combobox", { name: "Type a task, a page or a command" });
const options = () => screen.getAllByRole("option").map((option) => option.textContent);

it("offers a member no page and no command that is not theirs", async () => {
  serve([], MAX);
  const user = openPage("/my-tasks");
  await screen.findByText("Nothing is assigned to you");
  await user.keyboard("c");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  await user.keyboard("{Control>}k{/Control}");
  await palette();
  expect(options()).toEqual([
    "My tasks",
    "Inbox",
    "Overview",
    "Settings",
    "Show the keys",
    "Theme: As the system",
    "Theme: Light",
    "Theme: Dark",
  ]);
});

it("goes to a page by a few letters", async () => {
  serve([task()]);
  const user = openPage("/projects/general");
  await screen.findByRole("heading", { name: "General" });
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await palette(), "my ta{Enter}");
  expect(await screen.findByRole("heading", { name: "My tasks" })).toBeVisible();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("opens a task of the shown project by its title, beside the list as it was narrowed", async () => {
  const known = task({ title: "Count the batons", priority: "HIGH" });
  const { asked } = serve([known, task({ title: "Wax the track", priority: "HIGH" })]);
  const user = openPage("/projects/general?view=list&priority=HIGH");
  await screen.findByRole("link", { name: "Wax the track" });
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await palette(), "baton");
  await screen.findByRole("option", { name: /Count the batons/ });
  expect(asked.at(-1)).toBe("project=general&q=baton&limit=8");
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("complementary", { name: "Task" })).toBeVisible();
  expect(window.location.pathname + window.location.search).toBe(`/projects/general/tasks/${known.id}?view=list&priority=HIGH`);
});

it("looks through a member's own tasks", async () => {
  const known = task({ title: "Count the batons", assigneeIds: [MAX.id] });
  const { asked } = serve([known], MAX);
  const user = openPage("/my-tasks");
  await screen.findByRole("link", { name: "Count the batons" });
  await user.keyboard("/");
  await user.type(await palette(), "count");
  await user.click(await screen.findByRole("option", { name: /Count the batons/ }));
  expect(asked.at(-1)).toContain("assignee=max");
  await waitFor(() => {
    expect(window.location.pathname).toBe(`/my-tasks/tasks/${known.id}`);
  });
});

it("changes the theme, and says when nothing is found", async () => {
  serve([task()]);
  const user = openPage("/projects/general");
  await screen.findByRole("heading", { name: "General" });
  await user.keyboard("{Meta>}k{/Meta}");
  await user.type(await palette(), "dark{Enter}");
  expect(document.documentElement).toHaveAttribute("data-theme", "dark");
  await user.keyboard("{Meta>}k{/Meta}");
  await user.type(await palette(), "xyzzy");
  expect(await screen.findByText("Nothing found")).toBeVisible();
});

it("opens the form for a new task with C, and gives the focus back when it closes", async () => {
  serve([task({ title: "One" })]);
  const user = openPage("/projects/general");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("jc");
  expect(await screen.findByLabelText("Title")).toHaveFocus();
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.getByRole("link", { name: "One" })).toHaveFocus();
  });
});

it("explains the keys, and switches them off and on", async () => {
  serve([task({ title: "One" })]);
  const user = openPage("/projects/general");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("?");
  const help = within(await screen.findByRole("dialog", { name: "Keyboard" }));
  expect(help.getByText("Select it")).toBeVisible();
  await user.click(help.getByRole("switch", { name: "Single keys" }));
  await user.keyboard("{Escape}");
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
  await user.keyboard("?");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await palette(), "show the keys{Enter}");
  await user.click(await screen.findByRole("switch", { name: "Single keys" }));
  expect(localStorage.getItem("baton.keys")).toBeNull();
});
