// Every place as axe sees it in a real browser, in both themes; what a small phone lays out otherwise also there.
import { expect, test, type Browser, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { apiOf } from "./api";
import { goTo, placesOfAdmin, placesOfMember, PLACES_OF_STRANGERS, type Place } from "./places";
import { projectWith } from "./project";
import { setScene, type Scene } from "./scene";
import { ADMIN, MEMBER, signIn } from "./signIn";

// The faults say all there is to see, and to trace as much as axe looks at takes as long as axe itself.
test.use({ trace: "off" });

const WIDTHS = { wide: 1280, narrow: 360 };

async function pageOf(browser: Browser, email?: string): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: "reduce", colorScheme: "light" })).newPage();
  if (email === undefined) return page;
  await page.goto("/settings");
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  return page;
}

declare const window: { axe: typeof axe };

const EVERYTHING: RunOptions = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
const COLOURS: RunOptions = { resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"] };

function faultsOf(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`));
  }, options);
}

/** Only colours differ between the themes. */
async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const light = await faultsOf(page, EVERYTHING);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await faultsOf(page, COLOURS);
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((fault) => `dark ${fault}`)];
}

function widthsOf({ only, reflows = false }: Place): (keyof typeof WIDTHS)[] {
  if (only) return [only];
  return reflows ? ["wide", "narrow"] : ["wide"];
}

async function check(page: Page, place: Place): Promise<void> {
  for (const name of widthsOf(place)) {
    await page.setViewportSize({ width: WIDTHS[name], height: 800 });
    // A place that one goes to by its address alone is the same after a change of width.
    if (name === "wide" || place.act) await goTo(page, place);
    expect.soft(await faultsIn(page), `${place.name}, ${name}`).toEqual([]);
  }
}

let admin: Page;
let member: Page;
let scene: Scene;

test.beforeAll(async ({ browser }) => {
  [admin, member] = await Promise.all([pageOf(browser, ADMIN), pageOf(browser, MEMBER)]);
  const { id } = await projectWith(apiOf(admin), []);
  scene = await setScene(apiOf(admin), apiOf(member), id);
});

test("what a stranger sees has no fault", async ({ browser }) => {
  const stranger = await pageOf(browser);
  for (const place of PLACES_OF_STRANGERS) await check(stranger, place);
});

test("what an admin sees has no fault", async () => {
  test.setTimeout(300_000);
  for (const place of placesOfAdmin(scene)) await check(admin, place);
});

test("what a member sees has no fault", async () => {
  for (const place of placesOfMember(scene)) await check(member, place);
});

test("the question between two versions of a title has no fault", async () => {
  const { id } = await apiOf(admin)<{ id: string }>("GET", "/users/me");
  const unsaved = JSON.stringify({ mine: "Mine", base: "Before", mode: "asking" });
  await admin.evaluate(([key, value]) => {
    sessionStorage.setItem(key, value);
  }, [`baton.unsaved.${id}.${scene.taskId}.title`, unsaved] as const);
  await check(admin, { name: "question", path: `/tasks/${scene.taskId}`, shows: (page) => page.getByRole("button", { name: "Keep mine" }) });
});

test("signing in again has no fault", async ({ browser }) => {
  const page = await pageOf(browser, MEMBER);
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("dialog", { name: "Sign in again" })).toBeVisible();
  expect(await faultsIn(page)).toEqual([]);
});
