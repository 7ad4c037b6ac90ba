// The frame around every page.
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
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
  await user.click(await screen.findByRole("button", { name: "Account of Max Member" }));
  await user.click(await screen.findByRole("menuitemradio", { name: "Dark" }));
  expect(document.documentElement).toHaveAttribute("data-theme", "dark");
  expect(localStorage.getItem("baton.theme")).toBe("dark");
});

it("signs out", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: "Account of Max Member" }));
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
