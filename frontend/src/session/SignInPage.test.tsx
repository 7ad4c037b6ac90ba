// Signing in.
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { task } from "../test/factories";
import { fakeApi } from "../test/fakeApi";
import { fakeIdentity, openPage } from "../test/openPage";
import { server } from "../test/server";
import { Refusal } from "./identity";

async function signIn(user: ReturnType<typeof openPage>): Promise<void> {
  await user.type(await screen.findByLabelText("Email"), "ada@example.com");
  await user.type(screen.getByLabelText("Password"), "Baton-demo-1");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

it("asks for what is missing", async () => {
  const user = openPage("/sign-in", fakeIdentity({ signedIn: false }));
  await user.click(await screen.findByRole("button", { name: "Sign in" }));
  expect(screen.getByLabelText("Email")).toHaveAccessibleDescription(/Enter an email address/);
  expect(screen.getByLabelText("Password")).toHaveAccessibleDescription("Enter your password.");
});

it("says when email and password don't fit", async () => {
  const user = openPage("/sign-in", fakeIdentity({ signedIn: false, signIn: () => Promise.reject(new Refusal("Email or password is wrong.")) }));
  await signIn(user);
  expect(await screen.findByText("Email or password is wrong.")).toBeVisible();
});

it("sends somebody unconfirmed to the code first", async () => {
  const user = openPage("/sign-in", fakeIdentity({ signedIn: false, signIn: () => Promise.resolve("unconfirmed") }));
  await signIn(user);
  expect(await screen.findByText(/ada@example.com is not confirmed yet/)).toBeVisible();
});

it("opens a copied link after signing in", async () => {
  const known = task({ title: "Count the batons" });
  server.use(...fakeApi({ tasks: [known] }).handlers);
  const user = openPage(`/tasks/${known.id}`, fakeIdentity({ signedIn: false }));
  await signIn(user);
  expect(await screen.findByRole("heading", { name: "Count the batons" })).toBeVisible();
  expect(window.location.pathname).toBe(`/tasks/${known.id}`);
});
