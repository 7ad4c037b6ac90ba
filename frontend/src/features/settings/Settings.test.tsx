// The settings.
import { screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, it } from "vitest";
import type { User } from "../../api/types";
import { MAX } from "../../test/factories";
import { fakeApi, problem } from "../../test/fakeApi";
import { openPage } from "../../test/openPage";
import { API, server } from "../../test/server";

const ASSIGNED_BY_MAIL = { name: "Email when a task is assigned to you" };

function signedInAs(me: User) {
  const api = fakeApi({ me });
  server.use(...api.handlers);
  return api;
}

const refuse = () => http.patch(`${API}/api/v1/users/me`, () => problem(412, "Your profile was changed meanwhile. Try again."));

it("is reached from the account menu", async () => {
  signedInAs(MAX);
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: /^Account of Max Member/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Settings" }));
  expect(await screen.findByRole("heading", { name: "Settings" })).toBeVisible();
});

it("asks for what is missing or does not exist", async () => {
  const api = signedInAs(MAX);
  const user = openPage("/settings");
  await user.clear(await screen.findByLabelText("Name"));
  await user.clear(screen.getByLabelText("Time zone"));
  await user.type(screen.getByLabelText("Time zone"), "Europe/Atlantis");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("Enter your name.");
  expect(screen.getByLabelText("Time zone")).toHaveAccessibleDescription(/Choose a time zone from the list/);
  expect(api.sent).toEqual([]);
});

it("saves name and time zone, and only what was changed", async () => {
  const api = signedInAs(MAX);
  const user = openPage("/settings");
  expect(await screen.findByLabelText("Email")).toHaveAttribute("readonly");
  expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
  await user.clear(screen.getByLabelText("Name"));
  await user.type(screen.getByLabelText("Name"), "Maxine Member ");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect((await screen.findAllByText("Your profile is saved"))[0]).toBeInTheDocument();
  expect(await screen.findByRole("button", { name: /^Account of Maxine Member/ })).toBeVisible();
  await user.clear(screen.getByLabelText("Time zone"));
  await user.type(screen.getByLabelText("Time zone"), "america/new york{Enter}");
  await waitFor(() => {
    expect(api.sent.map(({ body }) => body)).toEqual([{ name: "Maxine Member" }, { timeZone: "America/New_York" }]);
  });
});

it("keeps what was typed when saving is refused", async () => {
  signedInAs(MAX);
  server.use(refuse());
  const user = openPage("/settings");
  await user.type(await screen.findByLabelText("Name"), "ine");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect((await screen.findAllByText("Your profile was changed meanwhile. Try again."))[0]).toBeInTheDocument();
  expect(screen.getByLabelText("Name")).toHaveValue("Max Memberine");
});

it("switches one notification at once, and sends only that", async () => {
  const api = signedInAs(MAX);
  const user = openPage("/settings");
  const matrix = within(await screen.findByRole("table"));
  expect(matrix.getAllByRole("switch", { checked: true })).toHaveLength(12);
  await user.click(screen.getByRole("switch", ASSIGNED_BY_MAIL));
  expect(screen.getByRole("switch", ASSIGNED_BY_MAIL)).not.toBeChecked();
  await user.click(screen.getByRole("switch", { name: "Inbox when a task is assigned to you" }));
  await waitFor(() => {
    expect(api.sent.map(({ body }) => body)).toEqual([{ notifications: { ASSIGNED: ["INBOX"] } }, { notifications: { ASSIGNED: [] } }]);
  });
  expect(matrix.getAllByRole("switch", { checked: true })).toHaveLength(10);
});

it("turns a switch back with the reason when it is refused", async () => {
  signedInAs(MAX);
  server.use(refuse());
  const user = openPage("/settings");
  await user.click(await screen.findByRole("switch", ASSIGNED_BY_MAIL));
  expect((await screen.findAllByText("Your profile was changed meanwhile. Try again."))[0]).toBeInTheDocument();
  expect(screen.getAllByText("Not changed: Email when a task is assigned to you")[0]).toBeInTheDocument();
  expect(await screen.findByRole("switch", ASSIGNED_BY_MAIL)).toBeChecked();
});

it.each([
  ["BOUNCED", /Mail to max@example.com came back/],
  ["COMPLAINED", /reported as spam/],
] as const)("says that an address is %s, and tries it again", async (emailStatus, words) => {
  const api = signedInAs({ ...MAX, emailStatus });
  const user = openPage("/settings");
  const notice = await screen.findByRole("region", { name: "Your address" });
  expect(within(notice).getByText(words)).toBeVisible();
  await user.click(within(notice).getByRole("button", { name: "Try my address again" }));
  await waitFor(() => {
    expect(screen.queryByRole("region", { name: "Your address" })).not.toBeInTheDocument();
  });
  expect(api.sent).toEqual([{ method: "PATCH", path: "/users/me", body: { emailStatus: "WORKING" } }]);
});

it("changes how the page looks", async () => {
  signedInAs(MAX);
  const user = openPage("/settings");
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  expect(document.documentElement).toHaveAttribute("data-theme", "dark");
});
