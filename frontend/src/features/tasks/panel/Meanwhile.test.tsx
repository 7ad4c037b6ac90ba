// Two people at one task, and a network that is gone for a while: nothing typed is lost.
import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import type { Task } from "../../../api/types";
import { task } from "../../../test/factories";
import { fakeApi } from "../../../test/fakeApi";
import { newComment, newEvent } from "../../../test/fakeTask";
import { openPage } from "../../../test/openPage";
import { API, server } from "../../../test/server";

const panel = async () => within(await screen.findByRole("complementary", { name: "Task" }));

async function open(known: Task) {
  const changes = { title: { from: known.title, to: "Theirs" } };
  const api = fakeApi({ tasks: [known], events: [newEvent({ taskId: known.id, actorId: "max", changes })] });
  server.use(...api.handlers);
  const user = openPage(`/projects/general/tasks/${known.id}`);
  const inPanel = await panel();
  await inPanel.findByRole("button", { name: `${known.title}. Edit title` });
  const meanwhile = (edit: Partial<Task>) => {
    const [now] = api.tasks;
    if (now) api.tasks[0] = { ...now, ...edit, version: now.version + 1 };
  };
  return { api, user, inPanel, meanwhile };
}

it("asks whose title it shall be, and keeps mine on top of theirs", async () => {
  const { api, user, inPanel, meanwhile } = await open(task({ title: "Count" }));
  await user.keyboard("{Enter}");
  meanwhile({ title: "Theirs" });
  await user.keyboard("Mine{Enter}");
  const question = within(await inPanel.findByRole("alert"));
  expect(question.getByText("Max Member changed this meanwhile")).toBeVisible();
  expect(question.getByText("Theirs", { selector: "dd" })).toBeVisible();
  expect(question.getByText("Mine")).toBeVisible();
  expect(inPanel.getByRole("button", { name: "Theirs. Edit title" })).toBeVisible();
  await user.click(question.getByRole("button", { name: "Keep mine" }));
  await waitFor(() => {
    expect(api.tasks[0]).toMatchObject({ title: "Mine", version: 3 });
  });
  expect(inPanel.queryByRole("alert")).not.toBeInTheDocument();
});

it("takes theirs, and even then brings mine back by Undo", async () => {
  const { api, user, inPanel, meanwhile } = await open(task({ title: "Count", description: "One" }));
  await user.click(await inPanel.findByRole("button", { name: "Edit description" }));
  await user.keyboard(" and mine");
  meanwhile({ description: "One and theirs" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await user.click(await inPanel.findByRole("button", { name: "Take theirs" }));
  expect(inPanel.queryByText("One and mine")).not.toBeInTheDocument();
  expect(api.tasks[0]?.description).toBe("One and theirs");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await inPanel.findByText("One and mine")).toBeVisible();
});

it("asks nothing when somebody changed another field meanwhile", async () => {
  const { api, user, inPanel, meanwhile } = await open(task({ title: "Count" }));
  await user.keyboard("{Enter}");
  meanwhile({ priority: "URGENT" });
  await user.keyboard("Recount{Enter}");
  await waitFor(() => {
    expect(api.tasks[0]).toMatchObject({ title: "Recount", priority: "URGENT" });
  });
  expect(await inPanel.findByRole("button", { name: "Priority: Urgent. Change it" })).toBeVisible();
  expect(inPanel.queryByRole("alert")).not.toBeInTheDocument();
});

it("joins labels that two people add at once", async () => {
  const { api, user, inPanel, meanwhile } = await open(task({ title: "Count", labels: ["old"] }));
  meanwhile({ labels: ["old", "theirs"] });
  await user.type(inPanel.getByRole("textbox", { name: "Add a label" }), "mine{Enter}");
  await waitFor(() => {
    expect(api.tasks[0]?.labels).toEqual(["old", "theirs", "mine"]);
  });
});

it("says that a change is not saved while nobody answers, and saves it by itself later", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count" }));
  let answers = false;
  server.use(http.patch(`${API}/api/v1/tasks/:id`, () => (answers ? undefined : HttpResponse.error())));
  await user.keyboard("{Enter}");
  await user.keyboard("Recount{Enter}");
  expect(await inPanel.findByText("Not saved, retrying")).toBeVisible();
  expect(inPanel.getByRole("button", { name: "Recount. Edit title" })).toBeVisible();
  answers = true;
  await waitFor(
    () => {
      expect(api.tasks[0]?.title).toBe("Recount");
    },
    { timeout: 6_000 },
  );
  await waitFor(() => {
    expect(inPanel.queryByText("Not saved, retrying")).not.toBeInTheDocument();
  });
  expect(sessionStorage).toHaveLength(0);
});

it("ends at the last choice, also when that is where it began", async () => {
  const { api, user, inPanel } = await open(task({ title: "Count", priority: "LOW" }));
  const gate = new EventTarget();
  const opened = new Promise<undefined>((resolve) => {
    gate.addEventListener("open", () => {
      resolve(undefined);
    });
  });
  server.use(http.patch(`${API}/api/v1/tasks/:id`, () => opened));
  const choose = async (name: RegExp) => {
    await user.click(inPanel.getByRole("button", { name: /^Priority/ }));
    await user.click(await screen.findByRole("menuitemradio", { name }));
  };
  await choose(/High/);
  await choose(/Low/);
  gate.dispatchEvent(new Event("open"));
  await waitFor(() => {
    expect(api.tasks[0]).toMatchObject({ priority: "LOW", version: 3 });
  });
  expect(inPanel.queryByRole("alert")).not.toBeInTheDocument();
});

it("sends after a reload what was still on its way", async () => {
  const known = task({ title: "Count" });
  const left = (what: string, mine: string, base: string) => {
    sessionStorage.setItem(`baton.unsaved.ada.${known.id}.${what}`, JSON.stringify({ mine, base, mode: "sending" }));
  };
  left("title", "Recount", "Count");
  left("priority", "HIGH", "MEDIUM");
  left("outgoing.1-key", "Said before", "");
  const comment = newComment({ taskId: known.id, text: "Half" });
  left(`comment.${comment.id}`, "All of it", "Half");
  const api = fakeApi({ tasks: [known], comments: [comment] });
  server.use(...api.handlers);
  openPage(`/projects/general/tasks/${known.id}`);
  await waitFor(() => {
    expect(api.tasks[0]).toMatchObject({ title: "Recount", priority: "HIGH" });
    expect(api.comments.map(({ text }) => text)).toEqual(["All of it", "Said before"]);
    expect(sessionStorage).toHaveLength(0);
  });
});
