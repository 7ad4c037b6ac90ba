// Comments and history of the open task.
import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { ADA, MAX, task } from "../../../../test/factories";
import { fakeApi, problem } from "../../../../test/fakeApi";
import { newComment, newEvent } from "../../../../test/fakeTask";
import { openPage } from "../../../../test/openPage";
import { API, server } from "../../../../test/server";
import { unanswered } from "../../../../test/unanswered";

const activity = async () => within(await screen.findByRole("region", { name: "Activity" }));

type Known = Omit<NonNullable<Parameters<typeof fakeApi>[0]>, "tasks">;

async function open(make: (taskId: string) => Known) {
  const known = task({ title: "Count", assigneeIds: [ADA.id, MAX.id] });
  const api = fakeApi({ ...make(known.id), tasks: [known] });
  server.use(...api.handlers);
  const user = openPage(`/my-tasks/tasks/${known.id}`);
  return { api, user, inActivity: await activity(), known };
}

const comments = (api: ReturnType<typeof fakeApi>) => api.sent.filter(({ path }) => path.includes("/comments"));

it("shows that what happened is on its way", async () => {
  const known = task({ assigneeIds: [ADA.id] });
  const { handler, asked } = unanswered("/tasks/:id/events");
  server.use(handler, ...fakeApi({ tasks: [known] }).handlers);
  openPage(`/tasks/${known.id}`);
  await asked;
  expect(await (await activity()).findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("says so when what happened can't be loaded, and loads it again", async () => {
  const { user, inActivity } = await open((taskId) => ({ comments: [newComment({ taskId, text: "Half of them." })] }));
  expect(await inActivity.findByText("Half of them.")).toBeVisible();
  let broken = true;
  server.use(http.get(`${API}/api/v1/tasks/:id/events`, () => (broken ? problem(500, "It broke.") : undefined)));
  const other = task({ title: "Other", assigneeIds: [ADA.id] });
  server.use(http.get(`${API}/api/v1/tasks/${other.id}`, () => HttpResponse.json(other)));
  document.body.innerHTML = "";
  openPage(`/tasks/${other.id}`);
  expect(await screen.findByText("It broke.")).toBeVisible();
  broken = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => {
    expect(screen.queryByText("It broke.")).not.toBeInTheDocument();
  });
});

it("tells comments and history in one list, latest first", async () => {
  const { inActivity } = await open((taskId) => ({
    comments: [newComment({ taskId, authorId: MAX.id, text: "Two are missing.", createdAt: "2026-11-01T12:00:00Z" })],
    events: [
      newEvent({ taskId, type: "TASK_OVERDUE", actorId: "SYSTEM", occurredAt: "2026-11-20T06:00:00Z", changes: { dueDate: { from: "2026-11-19", to: "2026-11-19" } } }),
      newEvent({ taskId, type: "COMMENT_ADDED", actorId: MAX.id, occurredAt: "2026-11-01T12:00:00Z", changes: { comment: { from: null, to: "Two are missing." } } }),
      newEvent({ taskId, type: "TASK_CREATED", occurredAt: "2026-11-01T09:00:00Z" }),
    ],
  }));
  await inActivity.findByText("created the task");
  expect(inActivity.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    expect.stringContaining("Baton reminds: was due on Nov 19"),
    expect.stringContaining("Two are missing."),
    expect.stringContaining("Ada Admin created the task"),
  ]);
});

it("loads earlier history, and earlier comments with it", async () => {
  const { user, inActivity } = await open((taskId) => ({
    pageSize: 1,
    comments: [newComment({ taskId, text: "From the beginning.", createdAt: "2026-11-01T09:30:00Z" })],
    events: [
      newEvent({ taskId, occurredAt: "2026-11-03T09:00:00Z", changes: { title: { from: "Tally", to: "Count" } } }),
      newEvent({ taskId, type: "TASK_CREATED", occurredAt: "2026-11-01T09:00:00Z" }),
    ],
  }));
  await inActivity.findByText('renamed it from "Tally" to "Count"');
  expect(inActivity.queryByText("From the beginning.")).not.toBeInTheDocument();
  await user.click(inActivity.getByRole("button", { name: "Load more" }));
  expect(await inActivity.findByText("From the beginning.")).toBeVisible();
  expect(inActivity.getByText("created the task")).toBeVisible();
  expect(inActivity.getAllByRole("listitem")).toHaveLength(3);
});

it("puts a refused comment back into the box and says why", async () => {
  const { user, inActivity } = await open(() => ({}));
  server.use(http.post(`${API}/api/v1/tasks/:id/comments`, () => problem(422, "Too long.")));
  const box = inActivity.getByRole("textbox", { name: "Write a comment" });
  await user.type(box, "Words");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Too long.")).toBeVisible();
  expect(inActivity.getByRole("textbox", { name: "Write a comment" })).toHaveValue("Words");
});

it("sends a comment once, though the first answer never came, and shows it from the start", async () => {
  const { api, user, inActivity } = await open(() => ({}));
  const seen: (string | null)[] = [];
  server.use(
    http.post(`${API}/api/v1/tasks/:id/comments`, ({ request }) => {
      seen.push(request.headers.get("Idempotency-Key"));
      return seen.length === 1 ? HttpResponse.error() : undefined;
    }),
  );
  await user.type(inActivity.getByRole("textbox", { name: "Write a comment" }), "All **there**");
  await user.click(inActivity.getByRole("button", { name: "Comment" }));
  expect(await inActivity.findByText("there")).toBeVisible();
  expect(inActivity.getByRole("textbox", { name: "Write a comment" })).toHaveValue("");
  expect(await inActivity.findByText("Not saved, retrying")).toBeVisible();
  await waitFor(
    () => {
      expect(comments(api)).toHaveLength(1);
    },
    { timeout: 6_000 },
  );
  expect(seen[0]).toBe(seen[1]);
  await waitFor(() => {
    expect(sessionStorage).toHaveLength(0);
  });
  expect(inActivity.getAllByText("there")).toHaveLength(1);
});

it("lets people change and delete their own comments alone", async () => {
  const { api, user, inActivity } = await open((taskId) => ({
    comments: [newComment({ taskId, text: "Mine" }), newComment({ taskId, authorId: MAX.id, text: "Not mine" })],
  }));
  await inActivity.findByText("Mine");
  expect(inActivity.getAllByRole("button", { name: /^Edit your comment/ })).toHaveLength(1);
  await user.click(inActivity.getByRole("button", { name: /^Edit your comment/ }));
  await user.keyboard(" indeed{Control>}{Enter}{/Control}");
  expect(await inActivity.findByText("Mine indeed")).toBeVisible();
  expect(await inActivity.findByText("(edited)")).toBeVisible();
  await user.click(inActivity.getByRole("button", { name: /^Delete your comment/ }));
  await user.click(inActivity.getByRole("button", { name: "Keep it" }));
  expect(comments(api)).toHaveLength(1);
  await user.click(inActivity.getByRole("button", { name: /^Delete your comment/ }));
  await user.click(inActivity.getByRole("button", { name: "Delete" }));
  await waitFor(() => {
    expect(inActivity.queryByText("Mine indeed")).not.toBeInTheDocument();
    expect(api.comments.map(({ text }) => text)).toEqual(["Not mine"]);
  });
});

it("counts a comment as deleted whose deletion was answered too late", async () => {
  const { api, user, inActivity } = await open((taskId) => ({ comments: [newComment({ taskId, text: "Mine" })] }));
  let asked = 0;
  server.use(
    http.delete(`${API}/api/v1/tasks/:id/comments/:commentId`, () => {
      asked += 1;
      api.comments.splice(0);
      return asked === 1 ? HttpResponse.error() : problem(404, "There is no such comment.");
    }),
  );
  await user.click(await inActivity.findByRole("button", { name: /^Delete your comment/ }));
  await user.click(inActivity.getByRole("button", { name: "Delete" }));
  await waitFor(
    () => {
      expect(asked).toBe(2);
    },
    { timeout: 6_000 },
  );
  // The next comment waits its turn behind the deletion.
  await user.type(inActivity.getByRole("textbox", { name: "Write a comment" }), "Next{Control>}{Enter}{/Control}");
  await waitFor(() => {
    expect(api.comments.map(({ text }) => text)).toEqual(["Next"]);
  });
  expect(screen.queryByText("The comment was not deleted")).not.toBeInTheDocument();
  expect(inActivity.queryByText("Mine")).not.toBeInTheDocument();
});
