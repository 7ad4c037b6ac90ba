// The list of one's own tasks.
import { screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { MAX, task } from "../../../test/factories";
import { fakeApi, problem } from "../../../test/fakeApi";
import { openPage } from "../../../test/openPage";
import { API, server } from "../../../test/server";

const mine = (known: Parameters<typeof task>[0] = {}) => task({ assigneeIds: [MAX.id], ...known });

it("shows that the tasks are on their way", async () => {
  server.use(http.get(`${API}/api/v1/tasks`, () => delay("infinite")), ...fakeApi({ me: MAX }).handlers);
  openPage("/my-tasks");
  expect(await screen.findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("says when nothing is assigned", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/my-tasks");
  expect(await screen.findByText("Nothing is assigned to you")).toBeVisible();
});

it("shows the request id when it fails, and comes back on another try", async () => {
  server.use(...fakeApi({ me: MAX, tasks: [mine({ title: "Count the batons" })] }).handlers);
  server.use(http.get(`${API}/api/v1/tasks`, () => problem(500, "Something broke on our side."), { once: true }));
  const user = openPage("/my-tasks");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Count the batons" })).toBeVisible();
});

it("groups the tasks by when they are due", async () => {
  const tasks = [mine({ title: "Late", dueDate: "2020-01-01" }), mine({ title: "Some day" }), mine({ title: "Over", status: "COMPLETED" })];
  server.use(...fakeApi({ me: MAX, tasks }).handlers);
  openPage("/my-tasks");
  const overdue = await screen.findByRole("region", { name: "Overdue" });
  expect(within(overdue).getByRole("link", { name: "Late" })).toBeVisible();
  expect(within(screen.getByRole("region", { name: "No date" })).getByRole("link", { name: "Some day" })).toBeVisible();
  expect(within(screen.getByRole("region", { name: "Done" })).getByRole("link", { name: "Over" })).toBeVisible();
});

it("fetches the next page, also when the first one is empty", async () => {
  const known = mine({ title: "On the second page" });
  server.use(
    http.get(`${API}/api/v1/tasks`, ({ request }) => {
      const isFirst = !new URL(request.url).searchParams.has("cursor");
      return HttpResponse.json(isFirst ? { items: [], nextCursor: "more" } : { items: [known], nextCursor: null });
    }),
    ...fakeApi({ me: MAX }).handlers,
  );
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: "Load more" }));
  expect(await screen.findByRole("link", { name: "On the second page" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Load more" })).not.toBeInTheDocument();
});

it("moves a task on at once, and takes it back with the reason when that is refused", async () => {
  const refusal = http.patch(`${API}/api/v1/tasks/:id/status`, () => problem(409, "A task that is OPEN cannot do that."));
  server.use(refusal, ...fakeApi({ me: MAX, tasks: [mine()] }).handlers);
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: "Status: Open. Change it" }));
  expect(screen.queryByRole("option", { name: "Closed" })).not.toBeInTheDocument();
  await user.click(await screen.findByRole("option", { name: "In progress" }));
  expect((await screen.findAllByText(/A task that is OPEN cannot do that/))[0]).toBeInTheDocument();
  await waitFor(() => {
    expect(screen.getByRole("button", { name: "Status: Open. Change it" })).toBeInTheDocument();
  });
});

it("offers a member no status for a closed task", async () => {
  server.use(...fakeApi({ me: MAX, tasks: [mine({ status: "CLOSED" })] }).handlers);
  openPage("/my-tasks");
  const done = await screen.findByRole("region", { name: "Done" });
  expect(within(done).queryByRole("button")).not.toBeInTheDocument();
});

it("begins at the group that the address names", async () => {
  server.use(...fakeApi({ me: MAX, tasks: [mine(), mine({ status: "COMPLETED" })] }).handlers);
  openPage("/my-tasks#done");
  await waitFor(() => {
    expect(screen.getByRole("region", { name: "Done" })).toHaveFocus();
  });
});
