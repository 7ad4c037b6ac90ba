// The keys on a list or board: which task they change, and quick changes of tasks that come and go.
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { ADA, task } from "../../../test/factories";
import { fakeApi } from "../../../test/fakeApi";
import { fakeLists } from "../../../test/fakeTasks";
import { openPage } from "../../../test/openPage";
import { server } from "../../../test/server";

it("opens no quick change by itself when its task comes back into the list", async () => {
  const api = fakeApi({ tasks: [task({ title: "One", assigneeIds: [ADA.id] }), task({ title: "Two", assigneeIds: [ADA.id] })] });
  server.use(...fakeLists(api).handlers, ...api.handlers);
  const user = openPage("/projects/general?view=list&assignee=ada");
  await screen.findByRole("link", { name: "One" });
  await user.keyboard("ja");
  await user.type(await screen.findByRole("combobox", { name: "Assign to" }), "ada{Enter}");
  await waitFor(() => {
    expect(screen.queryByRole("link", { name: "One" })).not.toBeInTheDocument();
  });
  expect(screen.queryByRole("combobox", { name: "Assign to" })).not.toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("link", { name: "One" })).toBeVisible();
  expect(screen.queryByRole("combobox", { name: "Assign to" })).not.toBeInTheDocument();
});

const quickStatus = () => screen.findByRole("combobox", { name: "Change status" });

it("changes the task that is open, whichever way it was opened", async () => {
  const [first, second] = [task({ title: "First" }), task({ title: "Second", status: "COMPLETED" })];
  const api = fakeApi({ tasks: [first, second] });
  server.use(...fakeLists(api).handlers, ...api.handlers);
  const user = openPage(`/projects/general/tasks/${second.id}?view=list`);
  await screen.findByRole("link", { name: "First" });
  await screen.findByRole("button", { name: "Second. Edit title" });
  await user.keyboard("s");
  await user.type(await quickStatus(), "closed{Enter}");
  await waitFor(() => {
    expect(api.sent).toEqual([{ method: "PATCH", path: `/tasks/${second.id}/status`, body: { status: "CLOSED" } }]);
  });
});

it("changes nothing when the open task is not in the list", async () => {
  const hidden = task({ title: "Hidden", priority: "LOW" });
  const api = fakeApi({ tasks: [task({ title: "First", priority: "HIGH" }), hidden] });
  server.use(...fakeLists(api).handlers, ...api.handlers);
  const user = openPage(`/projects/general/tasks/${hidden.id}?view=list&priority=HIGH`);
  await screen.findByRole("link", { name: "First" });
  await screen.findByRole("button", { name: "Hidden. Edit title" });
  await user.keyboard("sx");
  expect(screen.queryByRole("combobox", { name: "Change status" })).not.toBeInTheDocument();
  expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
});

it("puts a carried card back with Esc, and leaves the open task open", async () => {
  const [first, second] = [task({ title: "First" }), task({ title: "Second" })];
  server.use(...fakeApi({ tasks: [first, second] }).handlers);
  const user = openPage(`/projects/general/tasks/${second.id}`);
  await screen.findByRole("button", { name: "Second. Edit title" });
  (await screen.findByRole("link", { name: "First" })).focus();
  await user.keyboard(" ");
  expect(await screen.findByText(/^Picked up First/)).toBeInTheDocument();
  await user.keyboard("{Escape}");
  expect(await screen.findByText("Put First back.")).toBeInTheDocument();
  expect(screen.getByRole("complementary", { name: "Task" })).toBeVisible();
});
