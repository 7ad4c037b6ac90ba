// Asking for a code because the password is forgotten.
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeIdentity, openPage } from "../test/openPage";
import { Refusal } from "./identity";

it("asks for the address", async () => {
  const askReset = vi.fn(() => Promise.resolve());
  const user = openPage("/forgot-password", fakeIdentity({ signedIn: false, askReset }));
  await user.click(await screen.findByRole("button", { name: "Send the code" }));
  expect(screen.getByLabelText("Email")).toHaveAccessibleDescription(/Enter an email address/);
  expect(askReset).not.toHaveBeenCalled();
});

it("says when it was tried too often", async () => {
  const askReset = () => Promise.reject(new Refusal("Too many attempts. Wait a few minutes and try again."));
  const user = openPage("/forgot-password?email=nora%40example.com", fakeIdentity({ signedIn: false, askReset }));
  await user.click(await screen.findByRole("button", { name: "Send the code" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Too many attempts");
});

it("is reached from signing in with the address typed there, leads on to the code and still knows where to", async () => {
  const askReset = vi.fn(() => Promise.resolve());
  const user = openPage("/sign-in?next=%2Fteam", fakeIdentity({ signedIn: false, askReset }));
  await user.type(await screen.findByLabelText("Email"), "nora@example.com");
  await user.click(screen.getByRole("link", { name: "Forgot your password?" }));
  expect(await screen.findByLabelText("Email")).toHaveValue("nora@example.com");
  await user.click(screen.getByRole("button", { name: "Send the code" }));
  expect(await screen.findByText(/^If nora@example.com has an account, a code is on its way/)).toBeVisible();
  expect(askReset).toHaveBeenCalledWith("nora@example.com");
  expect(window.location.pathname + window.location.search).toBe("/reset-password?next=%2Fteam&email=nora%40example.com");
});
