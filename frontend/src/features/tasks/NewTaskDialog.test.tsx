// Making a task with everything known about it.
import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { describe, expect, it } from "vitest";
import { task } from "../../test/factories";
import { fakeApi, problem } from "../../test/fakeApi";
import { fakeTeam, project } from "../../test/fakeTeam";
import { openPage } from "../../test/openPage";
import { API, server } from "../../test/server";

async function openForm(): Promise<ReturnType<typeof openPage>> {
  const user = openPage("/projects/general");
  await user.click(await screen.findByRole("button", { name: "New task" }));
  expect(await screen.findByLabelText("Title")).toHaveFocus();
  return user;
}

it("sends the due date as the day that was picked, and labels once each", async () => {
  const api = fakeApi({ tasks: [task()] });
  server.use(...api.handlers);
  const user = await openForm();
  await user.type(screen.getByLabelText("Title"), "Count the batons");
  await user.selectOptions(screen.getByLabelText("Priority"), "Urgent");
  await user.type(screen.getByLabelText("Due date"), "2026-11-28");
  await user.type(screen.getByLabelText("Labels"), "release, team , release,");
  await user.click(screen.getByRole("button", { name: "Assign" }));
  await user.click(await screen.findByRole("button", { name: /Max Member/ }));
  await user.click(screen.getByRole("button", { name: "Create task", hidden: true }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog", { name: "New task" })).not.toBeInTheDocument();
  });
  expect(api.sent[0]?.body).toEqual({
    projectId: "general",
    title: "Count the batons",
    description: "",
    priority: "URGENT",
    dueDate: "2026-11-28",
    labels: ["release", "team"],
    assigneeIds: ["max"],
  });
});

it("keeps what was typed and says why when it is refused", async () => {
  server.use(http.post(`${API}/api/v1/tasks`, () => problem(422, "The title is too long.")), ...fakeApi({ tasks: [task()] }).handlers);
  const user = await openForm();
  await user.type(screen.getByLabelText("Title"), "Count the batons{Enter}");
  expect(await screen.findByText("The title is too long.")).toBeVisible();
  expect(screen.getByLabelText("Title")).toHaveValue("Count the batons");
});

const dialog = () => screen.queryByRole("dialog", { name: "New task" });

it("has what was typed when it is closed and opened again, and forgets it once the task is made", async () => {
  server.use(...fakeApi({ tasks: [task()] }).handlers);
  const user = await openForm();
  await user.type(screen.getByLabelText("Title"), "Count the batons");
  await user.keyboard("{Control>}k{/Control}");
  expect(screen.getByLabelText("Title")).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(dialog()).not.toBeInTheDocument();
  await user.keyboard("c");
  expect(await screen.findByLabelText("Title")).toHaveValue("Count the batons");
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(dialog()).not.toBeInTheDocument();
  });
  await user.keyboard("c");
  expect(await screen.findByLabelText("Title")).toHaveValue("");
});

it("is blank again once the draft is discarded", async () => {
  server.use(...fakeApi({ tasks: [task()] }).handlers);
  const user = await openForm();
  await user.type(screen.getByLabelText("Title"), "Count the batons");
  await user.click(screen.getByRole("button", { name: "Discard" }));
  await user.keyboard("c");
  expect(await screen.findByLabelText("Title")).toHaveValue("");
  expect(screen.getByRole("button", { name: "Cancel" })).toBeVisible();
});

it("tells of a refusal that comes after it was closed, and has kept the words", async () => {
  let refuse: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  server.use(
    http.post(`${API}/api/v1/tasks`, async () => {
      await refused;
      return problem(422, "The title is too long.");
    }),
    ...fakeApi({ tasks: [task()] }).handlers,
  );
  const user = await openForm();
  await user.type(screen.getByLabelText("Title"), "Count the batons{Enter}{Escape}");
  refuse();
  expect((await screen.findAllByText("The title is too long."))[0]).toBeInTheDocument();
  await user.keyboard("c");
  expect(await screen.findByLabelText("Title")).toHaveValue("Count the batons");
});

describe("the project", () => {
  const PROJECTS = [
    project({ id: "apollo", name: "Apollo" }),
    project({ id: "00000000000000000000000000", name: "General" }),
    project({ id: "old", name: "Old", archived: true }),
  ];
  const open = (path: string) => {
    const api = fakeApi({ tasks: [task({ projectId: "apollo" })] });
    server.use(...fakeTeam({ projects: PROJECTS }).handlers, ...api.handlers);
    return { api, user: openPage(path) };
  };
  const choice = () => screen.findByLabelText("Project");

  it("is General outside of a project, and any that is worked in can be chosen", async () => {
    const { api, user } = open("/overview");
    await screen.findByRole("heading", { name: "Overview" });
    expect(await screen.findAllByRole("link", { name: /Apollo/ })).not.toEqual([]);
    await user.keyboard("c");
    expect(await choice()).toHaveDisplayValue("General");
    expect(within(await choice()).getAllByRole("option").map((option) => option.textContent)).toEqual(["Apollo", "General"]);
    await user.selectOptions(await choice(), "Apollo");
    await user.type(screen.getByLabelText("Title"), "Count the batons{Enter}");
    await waitFor(() => {
      expect(api.sent[0]?.body).toMatchObject({ projectId: "apollo" });
    });
  });

  it("is the one that is shown", async () => {
    const { user } = open("/projects/apollo");
    await user.click(await screen.findByRole("button", { name: "New task" }));
    expect(await choice()).toHaveDisplayValue("Apollo");
  });

  it("takes nothing new once it is archived", async () => {
    const { user } = open("/projects/old");
    await screen.findByRole("heading", { name: "Old" });
    await screen.findByRole("region", { name: "Open" });
    expect(screen.queryByRole("button", { name: /New task|Add a task/ })).not.toBeInTheDocument();
    await user.keyboard("c");
    expect(await choice()).toHaveDisplayValue("General");
  });
});
