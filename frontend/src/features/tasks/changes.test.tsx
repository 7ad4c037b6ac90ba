// Changes from a list while others change the same task, and while answers get lost.
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import type { Task } from "../../api/types";
import { task } from "../../test/factories";
import { fakeApi, problem } from "../../test/fakeApi";
import { fakeLists } from "../../test/fakeTasks";
import { openPage } from "../../test/openPage";
import { API, server } from "../../test/server";

async function open(known: Task, path = "/projects/general?view=list") {
  const api = fakeApi({ tasks: [known, task({ title: "Other" })] });
  server.use(...fakeLists(api).handlers, ...api.handlers);
  const user = openPage(path);
  await screen.findByRole("link", { name: known.title });
  const meanwhile = (edit: Partial<Task>) => {
    api.tasks[0] = { ...known, ...edit, version: known.version + 1 };
  };
  const setPriority = async (to: string) => {
    await user.keyboard("jp");
    await user.type(await screen.findByRole("combobox", { name: "Set priority" }), `${to}{Enter}`);
  };
  return { api, user, meanwhile, setPriority };
}

it("puts an edit on top of what somebody else did to another field", async () => {
  const { api, meanwhile, setPriority } = await open(task({ title: "One" }));
  meanwhile({ dueDate: "2026-11-28" });
  await setPriority("urgent");
  await waitFor(() => {
    expect(api.tasks[0]).toMatchObject({ priority: "URGENT", dueDate: "2026-11-28" });
  });
  expect(screen.queryByText('"One" was not changed')).not.toBeInTheDocument();
});

it("leaves what somebody else made of the same field, and says so", async () => {
  const { api, meanwhile, setPriority } = await open(task({ title: "One" }));
  meanwhile({ priority: "LOW" });
  await setPriority("urgent");
  expect((await screen.findAllByText('"One" was not changed'))[0]).toBeVisible();
  expect(screen.getAllByText(/Someone else changed the same meanwhile/)[0]).toBeVisible();
  expect(api.tasks[0]?.priority).toBe("LOW");
  expect(await screen.findByRole("button", { name: "Priority: Low. Change it" })).toBeInTheDocument();
});

it("knows its own edit again whose answer got lost", async () => {
  const { api, meanwhile, setPriority } = await open(task({ title: "One" }));
  let asked = 0;
  server.use(
    http.patch(`${API}/api/v1/tasks/:id`, () => {
      asked += 1;
      if (asked > 1) return undefined;
      meanwhile({ priority: "URGENT" });
      return HttpResponse.error();
    }),
  );
  await setPriority("urgent");
  expect(await screen.findByText("1 change is not saved yet, trying again")).toBeVisible();
  await waitFor(
    () => {
      expect(screen.queryByText(/not saved yet/)).not.toBeInTheDocument();
    },
    { timeout: 6_000 },
  );
  expect(asked).toBe(2);
  expect(api.tasks[0]).toMatchObject({ priority: "URGENT", version: 2 });
  expect(screen.queryByText('"One" was not changed')).not.toBeInTheDocument();
});

it("doesn't write over what others did while it waited for an answer, once the page has seen that", async () => {
  const { api, user, meanwhile, setPriority } = await open(task({ title: "One" }));
  let answers = false;
  server.use(http.patch(`${API}/api/v1/tasks/:id`, () => (answers ? undefined : HttpResponse.error())));
  await setPriority("urgent");
  await screen.findByText("1 change is not saved yet, trying again");
  meanwhile({ priority: "LOW" });
  await user.click(screen.getByRole("button", { name: "Board" }));
  await screen.findByRole("region", { name: "Open" });
  await screen.findByRole("link", { name: "One" });
  answers = true;
  expect((await screen.findAllByText('"One" was not changed', undefined, { timeout: 8_000 }))[0]).toBeVisible();
  expect(api.tasks[0]).toMatchObject({ priority: "LOW", version: 2 });
});

it("takes a status back step by step, and goes on where an answer got lost", async () => {
  const known = task({ title: "One", status: "COMPLETED" });
  const { api, user } = await open(known);
  await user.keyboard("js");
  await user.type(await screen.findByRole("combobox", { name: "Change status" }), "in prog{Enter}");
  await waitFor(() => {
    expect(api.tasks[0]?.status).toBe("IN_PROGRESS");
  });
  const asked: string[] = [];
  server.use(
    http.patch(`${API}/api/v1/tasks/:id/status`, async ({ request }) => {
      const { status } = (await request.clone().json()) as { status: string };
      asked.push(status);
      if (asked.length === 3 && status === "UNDER_REVIEW") return problem(409, "It can't go there.");
      return asked.length === 2 ? HttpResponse.error() : undefined;
    }),
  );
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(
    () => {
      expect(asked).toEqual(["UNDER_REVIEW", "COMPLETED", "COMPLETED"]);
    },
    { timeout: 6_000 },
  );
});

it("counts a task as deleted whose deletion was answered too late", async () => {
  const known = task({ title: "One" });
  const { api, user } = await open(known, `/projects/general/tasks/${known.id}?view=list`);
  let asked = 0;
  server.use(
    http.delete(`${API}/api/v1/tasks/:id`, () => {
      asked += 1;
      if (asked > 1) return undefined;
      api.tasks.shift();
      return HttpResponse.error();
    }),
  );
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete task" }));
  await waitFor(
    () => {
      expect(asked).toBe(2);
      expect(screen.queryByText(/not saved yet/)).not.toBeInTheDocument();
    },
    { timeout: 6_000 },
  );
  expect(screen.queryByText('"One" was not deleted')).not.toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "One" })).not.toBeInTheDocument();
});
