// The board of a project.
import { screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { MAX, task } from "../../../test/factories";
import { fakeApi, problem } from "../../../test/fakeApi";
import { openPage } from "../../../test/openPage";
import { API, server } from "../../../test/server";

const column = (name: string) => screen.findByRole("region", { name });

it("shows that the cards are on their way", async () => {
  server.use(http.get(`${API}/api/v1/tasks`, () => delay("infinite")), ...fakeApi().handlers);
  openPage("/projects/general");
  expect(within(await column("Open")).getByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("invites to write the first task when there is none", async () => {
  server.use(...fakeApi().handlers);
  openPage("/projects/general");
  expect(await screen.findByText("No tasks yet")).toBeVisible();
  expect(screen.getAllByRole("button", { name: "New task" })).toHaveLength(2);
});

it("shows the request id when it fails, and comes back on another try", async () => {
  const { handlers } = fakeApi({ tasks: [task({ title: "Count the batons" })] });
  let broken = true;
  server.use(http.get(`${API}/api/v1/tasks`, () => (broken ? problem(500, "Something broke on our side.") : undefined)), ...handlers);
  const user = openPage("/projects/general");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  broken = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Count the batons" })).toBeVisible();
});

it("puts each task into the column of its status, in the order of the answer", async () => {
  const tasks = [task({ title: "One" }), task({ title: "Two" }), task({ title: "Three", status: "COMPLETED" })];
  server.use(...fakeApi({ tasks }).handlers);
  openPage("/projects/general");
  await screen.findByRole("link", { name: "One" });
  expect(within(await column("Open")).getAllByRole("link").map((link) => link.textContent)).toEqual(["One", "Two"]);
  expect(within(await column("Completed")).getByRole("link", { name: "Three" })).toBeVisible();
  expect(within(await column("Closed")).getByText("Nothing here")).toBeVisible();
});

it("says that a column has more, and fetches it", async () => {
  const [first, second] = [task({ title: "First" }), task({ title: "Second" })];
  server.use(
    http.get(`${API}/api/v1/tasks`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      if (query.get("status") !== "OPEN") return undefined;
      return HttpResponse.json(query.has("cursor") ? { items: [second], nextCursor: null } : { items: [first], nextCursor: "more" });
    }),
    ...fakeApi().handlers,
  );
  const user = openPage("/projects/general");
  await screen.findByRole("link", { name: "First" });
  expect(within(await column("Open")).getByText("1+")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Load more" }));
  expect(await screen.findByRole("link", { name: "Second" })).toBeVisible();
});

it("adds a task with nothing but a title, and keeps the box for the next", async () => {
  const api = fakeApi({ tasks: [task()] });
  server.use(...api.handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: "Add a task to In progress" }));
  await user.type(screen.getByRole("textbox", { name: "Add a task to In progress" }), "Count the batons{Enter}");
  expect(await within(await column("In progress")).findByRole("link", { name: "Count the batons" })).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Add a task to In progress" })).toHaveValue("");
  expect(api.sent.map(({ method, body }) => [method, body])).toEqual([
    ["POST", { projectId: "general", title: "Count the batons" }],
    ["PATCH", { status: "IN_PROGRESS" }],
  ]);
});

it("leads to a task that was added to a column whose end is out of sight", async () => {
  const first = task({ title: "First" });
  const api = fakeApi({ tasks: [first] });
  server.use(
    http.get(`${API}/api/v1/tasks`, ({ request }) => {
      if (new URL(request.url).searchParams.get("status") !== "OPEN") return undefined;
      return HttpResponse.json({ items: [first], nextCursor: "more" });
    }),
    ...api.handlers,
  );
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: "Add a task to Open" }));
  await user.type(screen.getByRole("textbox", { name: "Add a task to Open" }), "Count the batons{Enter}");
  const message = await screen.findByText('Created "Count the batons", further down');
  expect(message).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Open" }));
  expect(await screen.findByRole("heading", { name: "Count the batons" })).toBeVisible();
});

it("gives the typed title back when the task is refused", async () => {
  server.use(http.post(`${API}/api/v1/tasks`, () => problem(422, "The title is too long.")), ...fakeApi({ tasks: [task()] }).handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: "Add a task to Open" }));
  await user.type(screen.getByRole("textbox", { name: "Add a task to Open" }), "Count the batons{Enter}");
  await waitFor(() => {
    expect(screen.getByRole("textbox", { name: "Add a task to Open" })).toHaveValue("Count the batons");
  });
});

it("offers only the moves the rules allow, and moves at once", async () => {
  const api = fakeApi({ tasks: [task({ title: "Carry me" }), task()] });
  server.use(...api.handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: 'Move "Carry me"' }));
  const items = (await screen.findAllByRole("menuitem")).map((item) => item.textContent);
  expect(items).toEqual(["In progress", "Closed", "Down"]);
  await user.click(screen.getByRole("menuitem", { name: "In progress" }));
  expect(within(await column("In progress")).getByRole("link", { name: "Carry me" })).toHaveFocus();
  await waitFor(() => {
    expect(api.sent).toHaveLength(1);
  });
  expect(api.sent[0]?.body).toEqual({ status: "IN_PROGRESS" });
  expect(screen.getByText("Moved Carry me to In progress")).toBeInTheDocument();
});

it("moves a card to the end of a column that is loaded to its middle", async () => {
  const tasks = [task({ title: "Carry me" }), task({ title: "Middle" })];
  const api = fakeApi({ tasks });
  server.use(
    http.get(`${API}/api/v1/tasks`, ({ request }) =>
      new URL(request.url).searchParams.get("status") === "OPEN" ? HttpResponse.json({ items: tasks, nextCursor: "more" }) : undefined,
    ),
    ...api.handlers,
  );
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: 'Move "Carry me"' }));
  await user.click(await screen.findByRole("menuitem", { name: "To the bottom" }));
  await waitFor(() => {
    expect(api.sent.map(({ path, body }) => [path, body])).toEqual([[`/tasks/${tasks[0]?.id ?? ""}/move`, { status: "OPEN" }]]);
  });
});

it("takes a move into another column back by Undo", async () => {
  const api = fakeApi({ tasks: [task({ title: "Carry me" })] });
  server.use(...api.handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: 'Move "Carry me"' }));
  await user.click(await screen.findByRole("menuitem", { name: "In progress" }));
  expect((await screen.findAllByText('Moved "Carry me" to In progress'))[0]).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(api.sent.map(({ body }) => body)).toEqual([{ status: "IN_PROGRESS" }, { status: "OPEN" }]);
  });
  expect(await within(await column("Open")).findByRole("link", { name: "Carry me" })).toBeVisible();
});

it("offers no Undo for a move within a column", async () => {
  const api = fakeApi({ tasks: [task({ title: "Carry me" }), task()] });
  server.use(...api.handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: 'Move "Carry me"' }));
  await user.click(await screen.findByRole("menuitem", { name: "Down" }));
  await waitFor(() => {
    expect(api.sent).toHaveLength(1);
  });
  expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
});

it("takes a move back when somebody else was faster, and says why", async () => {
  const stale = http.post(`${API}/api/v1/tasks/:id/move`, ({ request }) => {
    expect(request.headers.get("If-Match")).toBe('"3"');
    return problem(412, "Someone changed this task.");
  });
  server.use(stale, ...fakeApi({ tasks: [task({ title: "Carry me", version: 3 })] }).handlers);
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: 'Move "Carry me"' }));
  await user.click(await screen.findByRole("menuitem", { name: "In progress" }));
  expect((await screen.findAllByText(/Someone changed this task\. The page now shows the latest state\./))[0]).toBeInTheDocument();
  expect(await within(await column("Open")).findByRole("link", { name: "Carry me" })).toBeVisible();
});

it("shows a member their own list instead, with the task that was linked", async () => {
  const known = task({ title: "Count the batons", assigneeIds: [MAX.id] });
  server.use(...fakeApi({ me: MAX, tasks: [known] }).handlers);
  openPage(`/projects/general/tasks/${known.id}`);
  expect(await screen.findByRole("heading", { name: "Count the batons" })).toBeVisible();
  expect(window.location.pathname).toBe(`/my-tasks/tasks/${known.id}`);
  expect(screen.queryByText("Projects")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "New task" })).not.toBeInTheDocument();
});
