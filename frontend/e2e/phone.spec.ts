// A small phone: nothing to scroll sideways but the board, targets a finger hits, and a card that a finger carries.
import { expect, test, type Page } from "@playwright/test";
import { apiOf } from "./api";
import { goTo, placesOfAdmin, placesOfMember, PLACES_OF_STRANGERS, type Place } from "./places";
import { projectWith } from "./project";
import { setScene, type Scene } from "./scene";
import { ADMIN, MEMBER, signIn } from "./signIn";

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, reducedMotion: "reduce" } as const;
const SMALLEST_TARGET = 24;

let admin: Page;
let member: Page;
let stranger: Page;
let scene: Scene;

test.beforeAll(async ({ browser }) => {
  const open = async (email?: string) => {
    const page = await (await browser.newContext(PHONE)).newPage();
    if (email === undefined) return page;
    await page.goto("/settings");
    await signIn(page, email);
    await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
    return page;
  };
  [admin, member, stranger] = await Promise.all([open(ADMIN), open(MEMBER), open()]);
  const { id } = await projectWith(apiOf(admin), []);
  scene = await setScene(apiOf(admin), apiOf(member), id);
});

/** What is wider than the room it has; the board is meant to be. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && !element.matches("[role=group][aria-label^='Board of']"))
      .concat(window.innerWidth > 360 ? [document.documentElement] : [])
      .map((element) => element.outerHTML.slice(0, 160)),
  );
}

/** What a finger would miss: measured by what answers around its middle, since a target may be larger than its box. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const reach = smallest / 2 - 0.5;
    const isHit = (element: Element, x: number, y: number) => {
      const found = document.elementFromPoint(x, y);
      // At the edge of the window there is nothing to be asked.
      return found === null || element.contains(found) || (element.closest("label")?.contains(found) ?? false);
    };
    const targets = document.querySelectorAll("a, button, input, select, textarea, [role=menuitem], [role=menuitemradio], [role=option]");
    return [...targets].flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const [left, top] = [x + width / 2, y + height / 2];
      // Out of sight, under something else, or a link amid a sentence, which WCAG excepts.
      if (width < 2 || !isHit(element, left, top) || document.elementFromPoint(left, top) === null || element.closest("p") !== null) return [];
      const around = [[-reach, 0], [reach, 0], [0, -reach], [0, reach]] as const;
      const isLarge = width >= smallest - 0.5 && height >= smallest - 0.5;
      if (isLarge || around.every(([right, down]) => isHit(element, left + right, top + down))) return [];
      return [`${String(Math.round(width))} x ${String(Math.round(height))}: ${element.outerHTML.slice(0, 160)}`];
    });
  }, SMALLEST_TARGET);
}

async function check(page: Page, places: Place[]): Promise<void> {
  for (const place of places.filter(({ only }) => only !== "wide")) {
    await goTo(page, place);
    expect.soft(await tooWide(page), `${place.name}: too wide`).toEqual([]);
    expect.soft(await tooSmall(page), `${place.name}: too small`).toEqual([]);
  }
}

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const card = (page: Page, name: string) => page.getByRole("link", { name });

test("every place fits, and a finger hits what is on it", async () => {
  await check(stranger, PLACES_OF_STRANGERS);
  await check(admin, placesOfAdmin(scene));
  await check(member, placesOfMember(scene));
});

test("the navigation opens by a tap and closes when it has led somewhere", async () => {
  await admin.goto(`/projects/${scene.projectId}`);
  await admin.getByRole("button", { name: "Open navigation" }).tap();
  const navigation = admin.getByRole("dialog", { name: "Main" });
  for (const name of ["My tasks", "Inbox", "Overview", "Team", "Trash"]) await expect(navigation.getByRole("link", { name })).toBeVisible();
  await navigation.getByRole("link", { name: "Inbox" }).tap();
  await expect(admin.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await expect(navigation).toHaveCount(0);
});

test("an open task takes the whole width, is edited there, and closes by a tap", async () => {
  await admin.goto(`/projects/${scene.projectId}`);
  await card(admin, "Draft the letter").tap();
  const panel = admin.getByRole("complementary", { name: "Task" });
  await expect(panel.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await panel.boundingBox())?.width).toBe(360);
  await panel.getByRole("button", { name: /^Priority: High/ }).tap();
  await admin.getByRole("menuitemradio", { name: "Urgent" }).tap();
  await expect(panel.getByRole("button", { name: /^Priority: Urgent/ })).toBeVisible();
  await panel.getByRole("textbox", { name: "Write a comment" }).fill("Written on the train.");
  await panel.getByRole("button", { name: "Comment", exact: true }).tap();
  await expect(panel.getByText("Written on the train.")).toBeVisible();
  await panel.getByRole("button", { name: "Close" }).tap();
  await expect(panel).toHaveCount(0);
  await expect(card(admin, "Draft the letter")).toBeVisible();
});

test("a long press picks a card up, and the finger carries it into the next column", async () => {
  const { id } = await projectWith(apiOf(admin), ["Carry me over"]);
  await admin.goto(`/projects/${id}`);
  const box = await card(admin, "Carry me over").boundingBox();
  const next = await column(admin, "In progress").boundingBox();
  if (!box || !next) throw new Error("The board is not there.");
  const from = { x: box.x + 40, y: box.y + box.height / 2 };
  const edge = { x: next.x + 2, y: next.y + 90 };

  const touch = await admin.context().newCDPSession(admin);
  const at = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await at("touchStart", [from]);
  await expect(admin.getByText(/^Picked up Carry me over/)).toBeAttached();
  for (let step = 1; step <= 10; step += 1)
    await at("touchMove", [{ x: from.x + ((edge.x - from.x) * step) / 10, y: from.y + ((edge.y - from.y) * step) / 10 }]);
  await expect(admin.getByText(/^In progress, place 1 of 1/)).toBeAttached();
  const moved = admin.waitForResponse((answer) => answer.url().endsWith("/move"));
  await at("touchEnd", []);
  expect((await moved).status()).toBe(200);
  await expect(column(admin, "In progress").getByRole("link", { name: "Carry me over" })).toBeVisible();
});

test("the menu of a card moves it without carrying", async () => {
  const { id } = await projectWith(apiOf(admin), ["Pass me on"]);
  await admin.goto(`/projects/${id}`);
  await admin.getByRole("button", { name: 'Move "Pass me on"' }).tap();
  await admin.getByRole("menuitem", { name: "In progress" }).tap();
  await expect(column(admin, "In progress").getByRole("link", { name: "Pass me on" })).toBeVisible();
});
