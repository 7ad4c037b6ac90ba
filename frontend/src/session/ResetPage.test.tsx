// Setting a new password with the mailed code.
import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeIdentity, openPage } from "../test/openPage";
import { Refusal } from "./identity";

const ADDRESS = "/reset-password?next=%2Fteam&email=nora%40example.com";

async function fill(user: ReturnType<typeof openPage>, code: string, password: string): Promise<void> {
  if (code) await user.type(await screen.findByLabelText("Code"), code);
  await user.type(await screen.findByLabelText("New password"), password);
  await user.click(screen.getByRole("button", { name: "Set the new password" }));
}

it("sends nothing while the code is missing or the password weak", async () => {
  const reset = vi.fn(() => Promise.resolve());
  const user = openPage(ADDRESS, fakeIdentity({ signedIn: false, reset }));
  await fill(user, "", "short");
  expect(screen.getByLabelText("Code")).toHaveAccessibleDescription("Enter the code from the mail.");
  expect(screen.getByLabelText("New password")).toHaveAccessibleDescription(/still misses something/);
  expect(reset).not.toHaveBeenCalled();
});

it("says when the code is wrong and keeps what was typed", async () => {
  const reset = () => Promise.reject(new Refusal("This code is wrong. Check the newest mail."));
  const user = openPage(ADDRESS, fakeIdentity({ signedIn: false, reset }));
  await fill(user, "000000", "Baton-demo-2");
  expect(await screen.findByText("This code is wrong. Check the newest mail.")).toBeVisible();
  expect(screen.getByLabelText("New password")).toHaveValue("Baton-demo-2");
});

it("asks for the address when the URL has none", async () => {
  openPage("/reset-password", fakeIdentity({ signedIn: false }));
  expect(await screen.findByLabelText("Email")).toBeVisible();
});

it("sends a new code without saying whether there is such an account", async () => {
  const askReset = vi.fn(() => Promise.resolve());
  const user = openPage(ADDRESS, fakeIdentity({ signedIn: false, askReset }));
  await user.click(await screen.findByRole("button", { name: "Send a new code" }));
  expect(askReset).toHaveBeenCalledWith("nora@example.com");
  await waitFor(() => {
    expect(screen.getAllByText(/^If nora@example.com has an account/).length).toBeGreaterThan(1);
  });
});

it("is there after a reload, sets the password and leads on to signing in", async () => {
  const reset = vi.fn(() => Promise.resolve());
  const user = openPage(ADDRESS, fakeIdentity({ signedIn: false, reset }));
  await fill(user, "654321", "Baton-demo-2");
  expect(await screen.findByText("Your new password is set. Sign in with it.")).toBeVisible();
  expect(reset).toHaveBeenCalledWith("nora@example.com", "654321", "Baton-demo-2");
  expect(screen.getByLabelText("Email")).toHaveValue("nora@example.com");
  expect(new URLSearchParams(window.location.search).get("next")).toBe("/team");
});
