// A new person of the team, signed up and confirmed through the page, standing before the sign-in form.
import { expect, type APIRequestContext, type Page } from "@playwright/test";
import { mailTo } from "./mail";
import { PASSWORD } from "./signIn";

const CODE = /\b\d{6}\b/;

export async function signUp(page: Page, request: APIRequestContext, name: string, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  const { text } = await mailTo(request, email, CODE);
  await page.getByLabel("Code").fill(CODE.exec(text)?.[0] ?? "");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your address is confirmed")).toBeVisible();
}
