// The task panel in a browser: two people at one task, a network that is cut, comments, and what can be undone.
import { expect, test, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { openAsAdmin, openNewBoard } from "./project";

const panel = (page: Page): Locator => page.getByRole("complementary", { name: "Task" });
const title = (page: Page, text: string): Locator => panel(page).getByRole("button", { name: `${text}. Edit title` });

async function openNewTask(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add a task to Open" }).click();
  await page.getByRole("textbox", { name: "Add a task to Open" }).fill(name);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name }).click();
  await expect(title(page, name)).toBeFocused();
}

async function retitle(page: Page, from: string, to: string): Promise<void> {
  await title(page, from).click();
  await panel(page).getByRole("textbox", { name: "Title" }).fill(to);
  await page.keyboard.press("Enter");
}

async function patched(page: Page): Promise<void> {
  const answer = await page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok());
  await answer.finished();
}

test("of two people who edit one field the second is asked, and nothing of either is lost", async ({ page, browser }) => {
  const name = `Oil the gate ${Date.now().toString(36)}`;
  await openNewBoard(page);
  await openNewTask(page, name);
  const other = await (await browser.newContext()).newPage();
  await openAsAdmin(other);
  await other.goto(page.url());
  await expect(title(other, name)).toBeVisible();

  await title(other, name).click();
  await other.getByRole("textbox", { name: "Title" }).fill(`${name}, both hinges`);
  const saved = patched(page);
  await retitle(page, name, `${name} today`);
  await saved;
  await other.keyboard.press("Enter");

  const question = panel(other).getByRole("alert");
  await expect(question).toContainText("changed this meanwhile");
  await expect(question).toContainText(`${name} today`);
  await expect(question).toContainText(`${name}, both hinges`);
  await expect(title(other, `${name} today`)).toBeVisible();

  const kept = patched(other);
  await question.getByRole("button", { name: "Keep mine" }).click();
  await kept;
  await expect(question).toHaveCount(0);
  await page.reload();
  await expect(title(page, `${name}, both hinges`)).toBeVisible();
  await expect(panel(page).getByText(`renamed it from "${name}" to "${name}, both hinges"`)).toBeVisible();
});

async function cutOff(context: BrowserContext, meanwhile: () => Promise<void>): Promise<void> {
  await context.setOffline(true);
  try {
    await meanwhile();
  } finally {
    await context.setOffline(false);
  }
}

test("what is typed while the network is gone is kept, and saved when it is back", async ({ page, context }) => {
  const name = `Count the cones ${Date.now().toString(36)}`;
  await openNewBoard(page);
  await openNewTask(page, name);
  await panel(page).getByRole("button", { name: "Add a description" }).click();
  const box = panel(page).getByRole("textbox", { name: "Description" });
  await box.fill("Forty **red** ones");
  await page.reload();
  await expect(box).toHaveValue("Forty **red** ones");

  await cutOff(context, async () => {
    await box.press("Control+Enter");
    await expect(panel(page).getByText("Not saved, retrying")).toBeVisible();
    await expect(panel(page).getByText("red", { exact: true })).toBeVisible();
  });
  await expect(panel(page).getByText("Not saved, retrying")).toHaveCount(0);
  await page.reload();
  await expect(panel(page).getByRole("region", { name: "Description" })).toContainText("Forty red ones");
  await expect(panel(page).getByText("wrote a description")).toBeVisible();
});

test("a comment is written, changed and deleted", async ({ page }) => {
  const name = `Paint the line ${Date.now().toString(36)}`;
  await openNewBoard(page);
  await openNewTask(page, name);
  const activity = panel(page).getByRole("region", { name: "Activity" });
  await activity.getByRole("textbox", { name: "Write a comment" }).fill("White, not yellow");
  await page.keyboard.press("Control+Enter");
  await expect(activity.getByRole("listitem").getByText("White, not yellow")).toBeVisible();
  await expect(activity.getByRole("textbox", { name: "Write a comment" })).toHaveValue("");

  await activity.getByRole("button", { name: /^Edit your comment/ }).click();
  await activity.getByRole("textbox", { name: "Edit comment" }).fill("Yellow after all");
  await page.keyboard.press("Control+Enter");
  await expect(activity.getByText("(edited)")).toBeVisible();
  await page.reload();
  await expect(activity.getByText("Yellow after all")).toBeVisible();

  await activity.getByRole("button", { name: /^Delete your comment/ }).click();
  await activity.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(activity.getByText("Yellow after all")).toHaveCount(0);
  await expect(activity.getByText("deleted a comment")).toBeVisible();
});

test("a deleted task comes back by Undo, by keyboard alone", async ({ page }) => {
  const name = `Stow the hurdles ${Date.now().toString(36)}`;
  await openNewBoard(page);
  await openNewTask(page, name);
  await panel(page).getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Delete task" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole("link", { name })).toHaveCount(0);

  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await page.keyboard.press("F8");
  // From the messages to the newest one, and on to its button.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(undo).toBeFocused();
  // The message waits for as long as the focus is in it.
  await page.waitForTimeout(9_000);
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name })).toBeVisible();
});
