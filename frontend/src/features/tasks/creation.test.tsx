// Making tasks: no title is lost, and none is made twice.
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { task } from "../../test/factories";
import { fakeApi, problem } from "../../test/fakeApi";
import { openPage } from "../../test/openPage";
import { API, server } from "../../test/server";

/** What `answer` says of each attempt in place of the API; `keys` are those they came with. */
function serve(answer: (attempt: number, title: string) => Response | undefined) {
  const api = fakeApi({ tasks: [task({ title: "There" })] });
  const keys: (string | null)[] = [];
  server.use(
    http.post(`${API}/api/v1/tasks`, async ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      const { title } = (await request.clone().json()) as { title: string };
      return answer(keys.length, title);
    }),
    ...api.handlers,
  );
  return { api, keys };
}

async function openBox(status: string): Promise<UserEvent> {
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: `Add a task to ${status}` }));
  return user;
}

const made = (api: ReturnType<typeof fakeApi>) => api.tasks.map(({ title }) => title);

it("tells of each refused title, also when the box is closed by then, and sends it again under its key", async () => {
  let broken = true;
  const { api, keys } = serve((_, title) => (broken && title === "One" ? problem(500, "It broke.") : undefined));
  const user = await openBox("Open");
  await user.keyboard("One{Enter}Two{Enter}{Escape}");
  expect((await screen.findAllByText('"One" was not created'))[0]).toBeVisible();
  await waitFor(() => {
    expect(made(api)).toEqual(["There", "Two"]);
  });
  broken = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => {
    expect(made(api)).toEqual(["There", "Two", "One"]);
  });
  expect(keys[0]).toMatch(/^[!-~]{1,64}$/);
  expect(keys[2]).toBe(keys[0]);
  expect(keys[1]).not.toBe(keys[0]);
});

it("takes the title out of the box again when it is sent once more", async () => {
  serve((attempt) => (attempt === 1 ? problem(500, "It broke.") : undefined));
  const user = await openBox("Open");
  await user.keyboard("One{Enter}");
  await screen.findAllByText('"One" was not created');
  expect(screen.getByRole("textbox", { name: "Add a task to Open" })).toHaveValue("One");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "One" })).toBeVisible();
  expect(screen.queryByDisplayValue("One")).not.toBeInTheDocument();
});

it("goes on under the same key while nobody answers", async () => {
  const { api, keys } = serve((attempt) => (attempt === 1 ? HttpResponse.error() : undefined));
  const user = await openBox("Open");
  await user.keyboard("One{Enter}{Escape}");
  expect(await screen.findByText("1 change is not saved yet, trying again")).toBeVisible();
  await waitFor(
    () => {
      expect(made(api)).toEqual(["There", "One"]);
    },
    { timeout: 6_000 },
  );
  expect(keys[1]).toBe(keys[0]);
});

it("says where a task stays that was made but not moved on", async () => {
  const { api } = serve(() => undefined);
  server.use(http.patch(`${API}/api/v1/tasks/:id/status`, () => problem(409, "It can't go there.")));
  const user = await openBox("In progress");
  await user.keyboard("One{Enter}");
  expect((await screen.findAllByText('Created "One", but it stays in Open'))[0]).toBeVisible();
  expect(await within(screen.getByRole("region", { name: "Open" })).findByRole("link", { name: "One" })).toBeVisible();
  expect(made(api)).toEqual(["There", "One"]);
});

it("sends the dialog's draft again under its key, and the next one like it under another", async () => {
  const { keys } = serve((attempt) => (attempt === 1 ? HttpResponse.error() : undefined));
  const user = openPage("/projects/general");
  const fill = async () => {
    await user.click(await screen.findByRole("button", { name: "New task" }));
    await user.type(await screen.findByLabelText("Title"), "One");
  };
  const send = () => user.click(screen.getByRole("button", { name: "Create task" }));
  const isClosed = () =>
    waitFor(() => {
      expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    });
  await fill();
  await send();
  await screen.findByText(/can't be reached/);
  await send();
  await isClosed();
  await fill();
  await send();
  await isClosed();
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it("counts a new task in the sidebar at once", async () => {
  serve(() => undefined);
  const user = await openBox("Open");
  expect(await screen.findByTitle("1 unfinished task")).toBeVisible();
  await user.keyboard("One{Enter}");
  expect(await screen.findByTitle("2 unfinished tasks")).toBeVisible();
});
