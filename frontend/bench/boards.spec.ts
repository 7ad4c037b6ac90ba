// How quick a board stays, with more cards than most teams ever have on one and with four times as many.
import { expect, test, type Page } from "@playwright/test";
import { openAsAdmin } from "../e2e/project";
import { boardOf } from "./boardOf";
import { publish, table } from "./results";
import { stopwatch, type Taken } from "./stopwatch";

const SIZES = [500, 2000];
const COLUMNS = ["Open", "In progress", "Under review", "Completed", "Closed"];
const RELOADS = 5;
const STEPS = 20;
const MOVES = 30;

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const panel = (page: Page) => page.getByRole("complementary", { name: "Task" });

test("boards of 500 and of 2,000 cards", async ({ page }) => {
  await openAsAdmin(page);
  const figures: Map<string, Taken>[] = [];
  for (const cards of SIZES) {
    console.log(`making ${String(cards)} cards ...`);
    const address = await boardOf(page, cards);
    console.log(`measuring the board of ${String(cards)} cards ...`);
    figures.push(await measure(page, address));
  }

  publish("Large boards", report(figures));
  expect(figures.map(({ size }) => size)).toEqual([8, 8]);
});

async function measure(page: Page, address: string): Promise<Map<string, Taken>> {
  const time = await stopwatch(page);
  const taken = new Map<string, Taken>();
  taken.set("ready: the first 250 cards after a reload", await ready(page, address));
  taken.set("scrolling to the end of all columns", await time(1, () => loadAll(page)));
  await page.keyboard.press("j");
  taken.set("a step by J", await time(STEPS, () => step(page)));
  taken.set("carrying a card to the next column by keys", await time(1, () => carry(page)));
  taken.set("opening a task", await time(1, () => openTask(page)));
  await panel(page).press("Escape");
  await expect(panel(page)).toBeHidden();
  const { pickUp, along, across, drop } = await drag(page);
  taken.set("picking a card up by mouse", await time(1, pickUp));
  taken.set("one move of the mouse within a column", await time(MOVES, along));
  taken.set("one move of the mouse across columns", await time(MOVES, across));
  await drop();
  return taken;
}

/** The middle of some reloads; the time is the page's own, since it was asked for. */
async function ready(page: Page, address: string): Promise<Taken> {
  await page.goto(address);
  const drawn = page.getByText("50+", { exact: true });
  await expect(drawn).toHaveCount(COLUMNS.length);
  const times: number[] = [];
  for (let reload = 0; reload < RELOADS; reload += 1) {
    await page.reload({ waitUntil: "commit" });
    times.push(await page.evaluate(untilDrawn, COLUMNS.length));
  }
  return { seen: times.sort((one, other) => one - other)[Math.floor(RELOADS / 2)] ?? 0, busy: NaN };
}

/** Runs in the page: the moment at which all columns have their first cards on the screen. */
const untilDrawn = (columns: number) =>
  new Promise<number>((resolve) => {
    const look = () => {
      const drawn = [...document.querySelectorAll("section")].filter((section) => section.querySelector("li[data-task-id]"));
      if (drawn.length === columns) setTimeout(() => { resolve(performance.now()); });
      else requestAnimationFrame(look);
    };
    look();
  });

async function loadAll(page: Page): Promise<void> {
  for (const name of COLUMNS) {
    const count = column(page, name).locator("header span[title]");
    while ((await count.textContent())?.endsWith("+")) {
      await column(page, name).getByRole("list").evaluate((list) => { list.parentElement?.scrollTo(0, list.parentElement.scrollHeight); });
    }
  }
}

async function step(page: Page): Promise<void> {
  for (let count = 0; count < STEPS; count += 1) await page.keyboard.press("j");
  await expect(page.locator("li[data-task-id] a:focus")).toHaveCount(1);
}

async function carry(page: Page): Promise<void> {
  const title = (await page.locator("li[data-task-id] a:focus").textContent()) ?? "";
  await page.keyboard.press("Space");
  await page.getByText(`Picked up ${title}. Open, place`).waitFor({ state: "attached" });
  await page.keyboard.press("ArrowRight");
  await page.getByText(/^In progress, place \d+ of \d+\.$/).waitFor({ state: "attached" });
  await page.keyboard.press("Space");
  await column(page, "In progress").locator("a:focus").waitFor();
}

async function openTask(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await panel(page).waitFor();
}

/** Carries the first card down its column, then over the board, and lets it go. */
async function drag(page: Page) {
  await column(page, "Open").getByRole("list").evaluate((list) => list.parentElement?.scrollTo(0, 0));
  const card = column(page, "Open").locator("li[aria-posinset='1']");
  await expect(card).toBeInViewport();
  const [from, to] = [await card.boundingBox(), await column(page, "In progress").boundingBox()];
  const [x, y, distance] = [(from?.x ?? 0) + 70, (from?.y ?? 0) + 26, (to?.x ?? 0) - (from?.x ?? 0)];
  return {
    pickUp: async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 10, y + 6);
    },
    along: async () => {
      for (let move = 0; move < MOVES; move += 1) await page.mouse.move(x + 10, y + 6 + move * 10);
    },
    across: async () => {
      for (let move = 0; move < MOVES; move += 1) await page.mouse.move(x + 10 + (distance * move) / (MOVES - 1), y + 300);
    },
    drop: async () => {
      const moved = page.waitForResponse((answer) => answer.url().endsWith("/move"));
      await page.mouse.up();
      expect((await moved).status()).toBe(200);
    },
  };
}

function report(figures: Map<string, Taken>[]): string {
  const names = [...(figures[0]?.keys() ?? [])];
  const spelt = (time: number | undefined) => (time === undefined || Number.isNaN(time) ? "-" : time.toFixed(time < 10 ? 1 : 0));
  const rows = names.map((name) => [name, ...figures.flatMap((taken) => [spelt(taken.get(name)?.seen), spelt(taken.get(name)?.busy)])]);
  const sizes = SIZES.map((size) => size.toLocaleString("en"));
  return `Milliseconds: until it is seen, the driver's own time included, and the work of the page's thread.\n\n${table(["", ...sizes.flatMap((size) => [`${size} cards: seen`, "work"])], rows)}`;
}
