// The inbox in a browser: the bell counts what an admin did, an entry opens its task, and a switch stops the mail.
import { expect, test, type Page } from "@playwright/test";
import { mailTo, mailsTo } from "./mail";
import { openNewBoard } from "./project";
import { signIn } from "./signIn";

const MEMBER = { name: "Max Member", email: "member@example.com" };

async function assignToMember(admin: Page, title: string): Promise<void> {
  await admin.getByRole("button", { name: "Add a task to Open" }).click();
  await admin.getByRole("textbox", { name: "Add a task to Open" }).fill(title);
  await admin.keyboard.press("Enter");
  await admin.keyboard.press("Escape");
  await admin.getByRole("link", { name: title }).click();
  const panel = admin.getByRole("complementary", { name: "Task" });
  await panel.getByRole("button", { name: "Assign", exact: true }).click();
  await admin.getByLabel("Find a person").fill(MEMBER.name);
  await admin.getByRole("button", { name: MEMBER.name }).click();
  await admin.keyboard.press("Escape");
  await expect(panel.getByText(MEMBER.name, { exact: true })).toBeVisible();
  await admin.keyboard.press("Escape");
}

const bell = (page: Page) => page.getByRole("button", { name: /^Inbox/ });

async function nothingUnread(page: Page): Promise<void> {
  await expect(bell(page)).toBeVisible();
  await page.goto("/inbox");
  const markAll = page.getByRole("button", { name: "Mark all read" });
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await expect(async () => {
    if (await markAll.isEnabled()) await markAll.click();
    await expect(bell(page)).toHaveAccessibleName("Inbox", { timeout: 2_000 });
  }).toPass();
}

test("what an admin does rings a member's bell, is read there, and is mailed only as long as the member likes", async ({ page, browser, request }) => {
  const stamp = Date.now().toString(36);
  const [first, second] = [`Wax the track ${stamp}`, `Paint the lanes ${stamp}`];
  await page.goto("/");
  await signIn(page, MEMBER.email);
  await nothingUnread(page);

  const admin = await (await browser.newContext()).newPage();
  await openNewBoard(admin);
  await assignToMember(admin, first);
  await mailTo(request, MEMBER.email, new RegExp(first));

  await page.bringToFront();
  await expect(bell(page)).toHaveAccessibleName("Inbox, 1 unread", { timeout: 40_000 });
  await bell(page).click();
  const latest = page.getByRole("dialog", { name: "Latest in your inbox" });
  await latest.getByRole("link", { name: new RegExp(`Unread ${first}.*assigned you`) }).click();
  await expect(page.getByRole("heading", { name: first })).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("Inbox");
  await page.reload();
  await expect(page.getByRole("heading", { name: first })).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("Inbox");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Unread" }).click();
  await expect(page.getByRole("heading", { name: "All read" })).toBeVisible();

  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  const byMail = page.getByRole("switch", { name: "Email when a task is assigned to you" });
  await expect(byMail).toBeChecked();
  const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.url().endsWith("/users/me"));
  await byMail.click();
  await expect(byMail).not.toBeChecked();
  expect((await saved).status()).toBe(200);

  try {
    await assignToMember(admin, second);
    await expect(bell(page)).toHaveAccessibleName("Inbox, 1 unread", { timeout: 40_000 });
    // A mail is there a second after the inbox is: give it several.
    await page.waitForTimeout(5_000);
    expect((await mailsTo(request, MEMBER.email)).filter((mail) => mail.subject.includes(second))).toEqual([]);
  } finally {
    await byMail.click();
    await expect(byMail).toBeChecked();
  }
});

test("the link at the end of a mail asks first, and says so when it is not whole", async ({ page }) => {
  await page.goto("/unsubscribe?token=ASSIGNED.nobody.forged");
  await expect(page.getByText("Baton mails you when a task is assigned to you")).toBeVisible();
  await page.getByRole("button", { name: "Stop these mails" }).click();
  await expect(page.getByRole("heading", { name: "This link doesn't work" })).toBeVisible();
});
