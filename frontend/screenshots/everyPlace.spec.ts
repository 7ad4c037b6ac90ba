// A picture of every place, in both themes, wide and on a phone; `SCREENSHOTS` names the folder they go to.
import { expect, test, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { apiOf } from "../e2e/api";
import { goTo, placesOfAdmin, placesOfMember, PLACES_OF_STRANGERS, type Place } from "../e2e/places";
import { setScene, type Scene } from "../e2e/scene";
import { ADMIN, MEMBER, signIn } from "../e2e/signIn";

const FOLDER = process.env["SCREENSHOTS"] ?? "test-results/screenshots";
const LOOKS: Record<"wide" | "narrow", BrowserContextOptions> = {
  wide: { viewport: { width: 1280, height: 800 } },
  narrow: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};

async function pageOf(browser: Browser, email: string | null, look: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ ...look, reducedMotion: "reduce" })).newPage();
  if (email === null) return page;
  await page.goto("/settings");
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  return page;
}

async function take(page: Page, place: Place, name: string): Promise<void> {
  if (place.only !== undefined && place.only !== name) return;
  await page.emulateMedia({ colorScheme: "light" });
  await goTo(page, place);
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: `${FOLDER}/${place.name.replace(/\W+/g, "-")}-${name}-${theme}.png` });
  }
}

/** The demo's project, a little further in its work; once is enough for all pictures. */
async function sceneOf(browser: Browser): Promise<Scene> {
  const [admin, member] = [await pageOf(browser, ADMIN, {}), await pageOf(browser, MEMBER, {})];
  const { items } = await apiOf(admin)<{ items: { id: string }[] }>("GET", "/projects");
  return setScene(apiOf(admin), apiOf(member), items[0]?.id ?? "");
}

test("every place", async ({ browser }) => {
  const scene = await sceneOf(browser);
  for (const [name, look] of Object.entries(LOOKS)) {
    const shown = [
      [null, PLACES_OF_STRANGERS],
      [ADMIN, placesOfAdmin(scene)],
      [MEMBER, placesOfMember(scene)],
    ] as const;
    for (const [email, places] of shown) {
      const page = await pageOf(browser, email, look);
      for (const place of places) await take(page, place, name);
    }
  }
});
