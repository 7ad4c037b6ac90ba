// Making a task with everything known about it.
import { screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { expect, it } from "vitest";
import { task } from "../../test/factories";
import { fakeApi, problem } from "../../test/fakeApi";
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
