// The whole story in a browser: sign up, be handed a task, pass it on, and read about it in the mail.
import { expect, test, type Page } from "@playwright/test";
import { mailTo } from "./mail";
import { openNewBoard } from "./project";
import { ADMIN, PASSWORD, signIn } from "./signIn";

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Confirm your address" })).toBeVisible();
}

test("an address of another domain is told which one may sign up", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Mallory");
  await page.getByLabel("Email").fill("mallory@example.org");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Sign up with an address at example.com.", { exact: true })).toBeVisible();
});

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a task travels from an admin's board to a new person and back", async ({ page, browser, request }) => {
  const stamp = Date.now().toString(36);
  const email = `nora-${stamp}@example.com`;
  const title = `Count the batons ${stamp}`;

  await signUp(page, `Nora ${stamp}`, email);
  await page.reload();
  const { text } = await mailTo(request, email, /\b\d{6}\b/);
  await page.getByLabel("Code").fill(/\b\d{6}\b/.exec(text)?.[0] ?? "");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your address is confirmed")).toBeVisible();
  await signIn(page, email);
  await expect(page.getByText("Nothing is assigned to you")).toBeVisible();

  const admin = await (await browser.newContext()).newPage();
  await openNewBoard(admin);
  await admin.getByRole("button", { name: "Add a task to Open" }).click();
  await admin.getByRole("textbox", { name: "Add a task to Open" }).fill(title);
  await admin.keyboard.press("Enter");
  await admin.keyboard.press("Escape");
  await admin.getByRole("link", { name: title }).click();
  const panel = admin.getByRole("complementary", { name: "Task" });
  await panel.getByRole("button", { name: "Assign", exact: true }).click();
  await admin.getByLabel("Find a person").fill(stamp);
  await admin.getByRole("button", { name: `Nora ${stamp}` }).click();
  await admin.keyboard.press("Escape");
  await expect(panel.getByText(`Nora ${stamp}`, { exact: true })).toBeVisible();

  const handed = await mailTo(request, email, new RegExp(title));
  const link = /https?:\/\/\S+\/tasks\/\w+/.exec(handed.text)?.[0] ?? "";
  await page.goto(link);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByRole("button", { name: "Assign" })).toHaveCount(0);
  await page.getByRole("button", { name: "Status: Open. Change it" }).click();
  await page.getByRole("menuitem", { name: "In progress" }).click();
  await expect(page.getByRole("button", { name: "Status: In progress. Change it" })).toBeVisible();

  const told = await mailTo(request, ADMIN, new RegExp(title));
  expect(told.to).toHaveLength(1);
  await admin.reload();
  await expect(column(admin, "In progress").getByRole("link", { name: title })).toBeVisible();
});

test("a card moves by keyboard, by menu and by mouse, and stays where it was put", async ({ page }) => {
  const title = `Carry me ${Date.now().toString(36)}`;
  await openNewBoard(page);
  await page.getByRole("button", { name: "Add a task to Open" }).click();
  await page.getByRole("textbox", { name: "Add a task to Open" }).fill(title);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");

  const card = page.getByRole("link", { name: title });
  await card.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText(`Picked up ${title}. Open, place`)).toBeAttached();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/^In progress, place \d+ of \d+\.$/)).toBeAttached();
  await page.keyboard.press("Space");
  await expect(column(page, "In progress").getByRole("link", { name: title })).toBeFocused();

  await page.getByRole("button", { name: `Move "${title}"` }).click();
  await expect(page.getByRole("menuitem", { name: "Completed" })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Under review" }).click();
  await expect(column(page, "Under review").getByRole("link", { name: title })).toBeFocused();

  const completed = await column(page, "Completed").boundingBox();
  await card.hover();
  await page.mouse.down();
  await page.mouse.move((completed?.x ?? 0) + 80, (completed?.y ?? 0) + 90, { steps: 12 });
  const moved = page.waitForResponse((answer) => answer.url().endsWith("/move"));
  await page.mouse.up();
  expect((await moved).status()).toBe(200);
  await expect(column(page, "Completed").getByRole("link", { name: title })).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/^\/projects\/\w+$/);

  await page.reload();
  await expect(column(page, "Completed").getByRole("link", { name: title })).toBeVisible();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Baton" })).toBeVisible();
});
