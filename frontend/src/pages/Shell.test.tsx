// The frame around every page.
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { MAX, task } from "../test/factories";
import { fakeApi } from "../test/fakeApi";
import { openPage } from "../test/openPage";
import { server } from "../test/server";

it("leads an admin to the first board", async () => {
  server.use(...fakeApi({ tasks: [task()] }).handlers);
  openPage("/");
  expect(await screen.findByRole("heading", { name: "General" })).toBeVisible();
  expect(screen.getByRole("link", { name: "General" })).toHaveAttribute("aria-current", "page");
});

it("leads a member to their tasks and names no projects", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/");
  expect(await screen.findByRole("heading", { name: "My tasks" })).toBeVisible();
  expect(screen.queryByText("Projects")).not.toBeInTheDocument();
});

it("changes the theme and remembers it", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: /^Account of Max Member/ }));
  await user.click(await screen.findByRole("menuitemradio", { name: "Dark" }));
  expect(document.documentElement).toHaveAttribute("data-theme", "dark");
  expect(localStorage.getItem("baton.theme")).toBe("dark");
});

it("signs out", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: /^Account of Max Member/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  await waitFor(() => {
    expect(screen.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible();
  });
});

it("says so at an address that leads nowhere", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/nowhere");
  expect(await screen.findByText("There is nothing here")).toBeVisible();
});

it("shows members no way to what only admins may do", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/my-tasks");
  const links = within(await screen.findByRole("navigation", { name: "Main" })).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual(["My tasks", "Inbox", "Overview"]);
});

it("says so while there is no network", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/my-tasks");
  await screen.findByText("Nothing is assigned to you");
  const network = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => {
    window.dispatchEvent(new Event("offline"));
  });
  expect(screen.getByText(/You are offline: edits of tasks and comments are sent when you are back/)).toBeVisible();
  network.mockReturnValue(true);
  act(() => {
    window.dispatchEvent(new Event("online"));
  });
  expect(screen.queryByText(/You are offline/)).not.toBeInTheDocument();
});

it.each([
  ["Go to or do", "combobox"],
  ["Keyboard shortcuts", "switch"],
])("opens %s from the account menu, for whoever has no keyboard", async (entry, role) => {
  server.use(...fakeApi({ me: MAX }).handlers);
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: /^Account of Max Member/ }));
  await user.click(await screen.findByRole("menuitem", { name: entry }));
  expect(within(await screen.findByRole("dialog")).getByRole(role)).toBeVisible();
});
