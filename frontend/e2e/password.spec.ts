// A forgotten password: the mailed code sets a new one, and nobody learns who has an account.
import { expect, test } from "@playwright/test";
import { mailTo } from "./mail";
import { PASSWORD } from "./signIn";
import { signUp } from "./signUp";

/** The emulator's code for a new password, always. */
const CODE = "654321";

test("who forgot their password sets a new one with the mailed code", async ({ page, request }) => {
  const email = `petra-${Date.now().toString(36)}@example.com`;
  await signUp(page, request, "Petra Past", email);

  await page.goto("/sign-in?next=%2Fsettings");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByText(`If ${email} has an account, a code is on its way to it.`)).toBeVisible();
  await mailTo(request, email, new RegExp(CODE));

  await page.reload();
  await page.getByLabel("Code").fill("111111");
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByText("The password still misses something from the list.")).toBeVisible();
  await page.getByLabel("New password").fill(`${PASSWORD}-new`);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByText("This code is wrong.")).toBeVisible();
  await page.getByLabel("Code").fill(CODE);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByText("Your new password is set. Sign in with it.")).toBeVisible();

  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Email or password is wrong.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(`${PASSWORD}-new`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("an address without an account is answered like any other", async ({ page }) => {
  const email = `nobody-${Date.now().toString(36)}@example.com`;
  await page.goto("/forgot-password");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByText(`If ${email} has an account, a code is on its way to it.`)).toBeVisible();
  await page.getByLabel("Code").fill(CODE);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByText("This code is wrong.")).toBeVisible();
});
