// Signing in through the page, as every story begins.
import type { Page } from "@playwright/test";

export const ADMIN = "admin@example.com";
export const MEMBER = "member@example.com";
export const PASSWORD = "Baton-demo-1";

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}
