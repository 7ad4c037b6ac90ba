// Finding tasks and moving through them: every page of a long list, filters by address, and keys alone.
import { expect, test } from "@playwright/test";
import { apiOf } from "./api";
import { openAsAdmin, projectWith, rows, titled } from "./project";

test("120 tasks are all reached by scrolling, and by going down with J", async ({ page }) => {
  await openAsAdmin(page);
  const { id } = await projectWith(apiOf(page), titled(120));
  await page.goto(`/projects/${id}?view=list`);
  await expect(page.getByText("50 tasks so far")).toBeVisible();
  await rows(page).last().scrollIntoViewIfNeeded();
  await expect(page.getByText("100 tasks so far")).toBeVisible();
  await rows(page).last().scrollIntoViewIfNeeded();
  await expect(page.getByText("120 tasks", { exact: true })).toBeVisible();
  await expect(rows(page)).toHaveCount(120);

  await page.reload();
  await expect(page.getByText("50 tasks so far")).toBeVisible();
  await page.keyboard.press("j");
  await expect(rows(page).first().getByRole("link")).toBeFocused();
  await expect(async () => {
    for (let step = 0; step < 20; step += 1) await page.keyboard.press("j");
    await expect(rows(page)).toHaveCount(120, { timeout: 500 });
    await expect(rows(page).last().getByRole("link")).toBeFocused({ timeout: 500 });
  }).toPass();
});

test("an address holds display, filters and open task, also for who has to sign in first", async ({ page, browser }) => {
  await openAsAdmin(page);
  const { id, taskIds } = await projectWith(apiOf(page), ["Wax the track", "Paint the lanes", "Count the batons"], (index) => ({
    priority: index === 0 ? "LOW" : "URGENT",
    labels: index === 2 ? ["release"] : [],
  }));
  const copied = `/projects/${id}/tasks/${taskIds[2] ?? ""}?view=list&label=release&priority=URGENT`;

  const other = await (await browser.newContext()).newPage();
  await openAsAdmin(other, copied);
  await expect(rows(other)).toHaveCount(1);
  await expect(other.getByRole("complementary", { name: "Task" }).getByRole("heading", { name: "Count the batons" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Label: release. Change it" })).toBeVisible();
  expect(new URL(other.url()).pathname + new URL(other.url()).search).toBe(copied);

  await page.goto(`/projects/${id}`);
  await expect(page.getByRole("link", { name: "Wax the track" })).toBeVisible();
  await page.keyboard.press("f");
  await page.getByRole("combobox", { name: "Add filter" }).fill("prio");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Choose: Priority" }).fill("urg");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Wax the track" })).toHaveCount(0);
  await page.getByRole("button", { name: "List", exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("/");
  await page.keyboard.type("baton");
  await expect(rows(page)).toHaveCount(1);
  expect(new URL(page.url()).search).toBe("?view=list&q=baton&priority=URGENT");
  await page.goBack();
  await expect(rows(page)).toHaveCount(2);
  await page.goBack();
  await expect(page.getByRole("region", { name: "Open", exact: true }).getByRole("link")).toHaveCount(2);
  await page.goBack();
  await expect(page.getByRole("link", { name: "Wax the track" })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("link", { name: "Wax the track" })).toHaveCount(0);
});

test("create, assign, move, comment, delete and undo by keyboard alone", async ({ page }) => {
  const title = `Pass it on ${Date.now().toString(36)}`;
  await openAsAdmin(page);
  const { id } = await projectWith(apiOf(page), ["Wax the track"]);
  await page.goto(`/projects/${id}?view=list`);
  await expect(rows(page)).toHaveCount(1);

  await page.keyboard.press("c");
  await expect(page.getByLabel("Title")).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole("dialog", { name: "New task" })).toHaveCount(0);
  await page.keyboard.press("j");
  const link = page.getByRole("link", { name: title });
  await expect(link).toBeFocused();

  await page.keyboard.press("a");
  await expect(page.getByRole("combobox", { name: "Assign to" })).toBeFocused();
  await page.keyboard.type("member@");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(rows(page).first().getByRole("button", { name: /^Assigned to (?!nobody)/ })).toBeVisible();
  await expect(link).toBeFocused();

  await page.keyboard.press("s");
  await expect(page.getByRole("combobox", { name: "Change status" })).toBeFocused();
  await page.keyboard.type("progress");
  await page.keyboard.press("Enter");
  await expect(rows(page).first().getByRole("button", { name: "Status: In progress. Change it" })).toBeVisible();
  await expect(link).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Task" })).toBeVisible();
  const comment = page.getByRole("textbox", { name: /comment/i });
  await expect(comment).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(comment).toBeFocused({ timeout: 50 });
  }).toPass();
  await page.keyboard.type("Handed over at the second lane.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("complementary", { name: "Task" }).getByText("Handed over at the second lane.")).toBeVisible();
  await page.getByRole("complementary", { name: "Task" }).press("Escape");
  await expect(page.getByRole("complementary", { name: "Task" })).toHaveCount(0);
  await expect(link).toBeFocused();

  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "Selected tasks" });
  await expect(bar).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(bar.getByRole("button", { name: "Delete" })).toBeFocused({ timeout: 50 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(link).toHaveCount(0);
  const undo = page.getByRole("button", { name: "Undo" }).last();
  await expect(undo).toBeVisible();
  await page.keyboard.press("F8");
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(undo).toBeFocused({ timeout: 50 });
  }).toPass({ timeout: 6_000 });
  await page.keyboard.press("Enter");
  await expect(link).toBeVisible();
});
