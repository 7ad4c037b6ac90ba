// The line that tells of changes nobody has answered yet.
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { task } from "../test/factories";
import { fakeApi } from "../test/fakeApi";
import { fakeLists } from "../test/fakeTasks";
import { openPage } from "../test/openPage";
import { API, server } from "../test/server";

function leave(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

it("counts what waits in a list, and asks before the page is left with it", async () => {
  const api = fakeApi({ tasks: [task({ title: "One" })] });
  let answers = false;
  server.use(http.patch(`${API}/api/v1/tasks/:id`, () => (answers ? undefined : HttpResponse.error())), ...fakeLists(api).handlers, ...api.handlers);
  const user = openPage("/projects/general?view=list");
  await screen.findByRole("link", { name: "One" });
  expect(leave()).toBe(false);
  await user.keyboard("jp");
  await user.type(await screen.findByRole("combobox", { name: "Set priority" }), "urgent{Enter}");
  expect(await screen.findByText("1 change is not saved yet, trying again")).toBeVisible();
  await user.keyboard("d");
  await user.type(await screen.findByRole("combobox", { name: "Set due date" }), "2026-11-28{Enter}");
  expect(await screen.findByText("2 changes are not saved yet, trying again")).toBeVisible();
  expect(leave()).toBe(true);
  answers = true;
  await waitFor(
    () => {
      expect(api.tasks[0]).toMatchObject({ priority: "URGENT", dueDate: "2026-11-28" });
      expect(screen.queryByText(/not saved yet/)).not.toBeInTheDocument();
    },
    { timeout: 8_000 },
  );
  expect(leave()).toBe(false);
}, 15_000);
