// The team in two browsers: what an admin changes of somebody reaches them within 30 seconds.
import { expect, test, type Page } from "@playwright/test";
import { ADMIN, signIn } from "./signIn";
import { signUp } from "./signUp";

/** How long a demotion or deactivation may go unnoticed. */
const AT_MOST = { timeout: 30_000 };

async function change(admin: Page, name: string, action: string, isAsked = true): Promise<void> {
  await admin.getByRole("button", { name: `Change ${name}` }).click();
  await admin.getByRole("menuitem", { name: action }).click();
  if (isAsked) await admin.getByRole("dialog").getByRole("button", { name: action }).click();
}

test("who is promoted, demoted and deactivated in another browser is signed out with a word, and let in as what they are", async ({ page, browser, request }) => {
  test.setTimeout(300_000);
  const stamp = Date.now().toString(36);
  const [name, email] = [`Nora ${stamp}`, `nora-${stamp}@example.com`];
  await signUp(page, request, name, email);
  await signIn(page, email);
  await expect(page.getByText("Nothing is assigned to you")).toBeVisible();
  await expect(page.getByRole("link", { name: "Team" })).toHaveCount(0);

  const admin = await (await browser.newContext()).newPage();
  await admin.goto("/team");
  await signIn(admin, ADMIN);
  await admin.getByRole("searchbox", { name: "Find by name or address" }).fill(stamp);
  const row = admin.getByRole("listitem", { name });
  await expect(row).toContainText("Member");

  await change(admin, name, "Make admin");
  await expect(row).toContainText("Admin");
  await page.bringToFront();
  await expect(page.getByText("Your role has changed")).toBeVisible(AT_MOST);
  await signIn(page, email);
  await page.getByRole("link", { name: "Team" }).click();
  await expect(page.getByRole("listitem", { name })).toContainText("you");

  await change(admin, name, "Make member");
  await expect(row).toContainText("Member");
  await page.bringToFront();
  await expect(page.getByText("Your role has changed")).toBeVisible(AT_MOST);
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Team" })).toHaveCount(0);

  await change(admin, name, "Deactivate");
  await expect(row).toContainText("Deactivated");
  await page.bringToFront();
  await expect(page.getByText("Your account is deactivated, so you are signed out")).toBeVisible(AT_MOST);
  await signIn(page, email);
  await expect(page.getByText("This account is deactivated")).toBeVisible();

  await change(admin, name, "Reactivate", false);
  await expect(row).toContainText("Active");
  await signIn(page, email);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
});

test("the last admin stays one, and is told why", async ({ page }) => {
  await page.goto("/team");
  await signIn(page, ADMIN);
  await page.getByRole("searchbox", { name: "Find by name or address" }).fill(ADMIN);
  const row = page.getByRole("listitem").filter({ hasText: ADMIN });
  await row.getByRole("button", { name: /^Change / }).click();
  await page.getByRole("menuitem", { name: "Make member" }).click();
  await expect(page.getByText("This is you: you are signed out yourself.")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Make member" }).click();
  await expect(row.getByRole("alert")).toContainText("A team needs an active admin");
  await expect(row).toContainText("Admin");
});

test("a session that ends keeps the page; signing in again sends what waited", async ({ page }) => {
  const project = `Apollo ${Date.now().toString(36)}`;
  await page.goto("/projects");
  await signIn(page, ADMIN);
  await page.getByLabel("New project").fill(project);
  // As if the tokens had run out and could not be renewed.
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.getByRole("button", { name: "Create" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog.getByLabel("Email")).toHaveValue(ADMIN);
  await dialog.getByLabel("Password", { exact: true }).fill("Baton-demo-1");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("list", { name: "Projects", exact: true }).getByRole("link", { name: project })).toBeVisible();

  await page.getByRole("button", { name: `Archive "${project}"` }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("list", { name: "Projects", exact: true }).getByRole("link", { name: project })).toBeVisible();
});

test("signing out in one tab signs out the other", async ({ page, context }) => {
  await page.goto("/settings");
  await signIn(page, ADMIN);
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  const other = await context.newPage();
  await other.goto("/inbox");
  await expect(other.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await other.getByRole("button", { name: /^Account of/ }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("next")).toBe("/settings");
});
