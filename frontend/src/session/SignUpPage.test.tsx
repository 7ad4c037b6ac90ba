// Signing up.
import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeIdentity, openPage } from "../test/openPage";
import { Refusal } from "./identity";

const STRANGER = { signedIn: false };

async function fill(user: ReturnType<typeof openPage>, password: string): Promise<void> {
  await user.type(await screen.findByLabelText("Name"), " Nora New ");
  await user.type(screen.getByLabelText("Email"), "nora@example.com");
  await user.type(screen.getByLabelText("Password"), password);
}

it("ticks off what the password has and says what it misses", async () => {
  const user = openPage("/sign-up", fakeIdentity(STRANGER));
  await user.type(await screen.findByLabelText("Password"), "Baton-d");
  const rules = within(screen.getByRole("list", { name: "Your password needs" })).getAllByRole("listitem");
  expect(rules.map((rule) => rule.textContent)).toEqual([
    "12 characters or more(not met yet)",
    "a lower-case letter(met)",
    "an upper-case letter(met)",
    "a digit(not met yet)",
    "a symbol, like - or !(met)",
  ]);
});

it("sends nothing while the password is weak", async () => {
  const signUp = vi.fn<() => Promise<void>>();
  const user = openPage("/sign-up", fakeIdentity({ ...STRANGER, signUp }));
  await fill(user, "short");
  await user.click(screen.getByRole("button", { name: "Create account" }));
  expect(screen.getByText("The password still misses something from the list.")).toBeVisible();
  expect(signUp).not.toHaveBeenCalled();
});

it("shows why an address was refused and keeps what was typed", async () => {
  const signUp = () => Promise.reject(new Refusal("Only example.com may sign up."));
  const user = openPage("/sign-up", fakeIdentity({ ...STRANGER, signUp }));
  await fill(user, "Baton-demo-1");
  await user.click(screen.getByRole("button", { name: "Create account" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Only example.com may sign up.");
  expect(screen.getByLabelText("Email")).toHaveValue("nora@example.com");
});

it("leads on to the code, with the address in the URL", async () => {
  const signUp = vi.fn(() => Promise.resolve());
  const user = openPage("/sign-up", fakeIdentity({ ...STRANGER, signUp }));
  await fill(user, "Baton-demo-1");
  await user.click(screen.getByRole("button", { name: "Create account" }));
  expect(await screen.findByRole("heading", { name: "Confirm your address" })).toBeVisible();
  expect(window.location.search).toBe("?email=nora%40example.com");
  expect(signUp).toHaveBeenCalledWith({ name: "Nora New", email: "nora@example.com", password: "Baton-demo-1" });
});
