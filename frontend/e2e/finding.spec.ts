// Finding tasks and moving through them in a browser: every page of a long list, filters by address, keys alone, dates, and a large board.
import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./signIn";

const ADMIN = "admin@example.com";

type Api = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** Speaks to the API as the person who is signed in on the page. */
function apiOf(page: Page): Api {
  return <Answer>(method: string, path: string, body?: unknown) =>
    page.evaluate(
      async ({ method, path, body }) => {
        const { apiUrl } = (await (await fetch("/config.json")).json()) as { apiUrl: string };
        const key = Object.keys(localStorage).find((name) => name.endsWith(".accessToken")) ?? "";
        const answer = await fetch(`${apiUrl}/api/v1${path}`, {
          method,
          headers: { Authorization: `Bearer ${localStorage.getItem(key) ?? ""}`, "Content-Type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
        return (await answer.json()) as unknown;
      },
      { method, path, body },
    ) as Promise<Answer>;
}

async function openAsAdmin(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await signIn(page, ADMIN);
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeVisible();
}

type Made = { id: string };

async function projectWith(api: Api, titles: string[], each: (index: number) => object = () => ({})): Promise<{ id: string; taskIds: string[] }> {
  const { id } = await api<Made>("POST", "/projects", { name: `Finding ${Date.now().toString(36)}` });
  const taskIds: string[] = [];
  for (let start = 0; start < titles.length; start += 10) {
    const made = titles.slice(start, start + 10).map((title, index) => api<Made>("POST", "/tasks", { projectId: id, title, ...each(start + index) }));
    taskIds.push(...(await Promise.all(made)).map((task) => task.id));
  }
  return { id, taskIds };
}

const rows = (page: Page) => page.getByRole("list", { name: /^Tasks of/ }).getByRole("listitem");
const titled = (count: number) => Array.from({ length: count }, (_, index) => `Lane ${String(index + 1).padStart(3, "0")}`);

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

for (const timezoneId of ["Pacific/Honolulu", "UTC", "Pacific/Kiritimati"]) {
  test(`a due date is the same day for a browser in ${timezoneId}`, async ({ browser }) => {
    const page = await (await browser.newContext({ timezoneId })).newPage();
    await openAsAdmin(page);
    const api = apiOf(page);
    const { id, taskIds } = await projectWith(api, ["Wax the track"]);
    await page.goto(`/projects/${id}?view=list`);
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    await page.getByRole("combobox", { name: "Set due date" }).fill("2031-03-01");
    await page.keyboard.press("Enter");
    await expect(rows(page).getByText("Mar 1, 2031")).toBeVisible();
    await expect(async () => {
      const { dueDate } = await api<{ dueDate: string }>("GET", `/tasks/${taskIds[0] ?? ""}`);
      expect(dueDate).toBe("2031-03-01");
    }).toPass();
    await page.goto(`/projects/${id}?view=list&dueFrom=2031-03-01&dueTo=2031-03-01`);
    await expect(rows(page).getByText("Mar 1, 2031")).toBeVisible();
    await page.goto(`/projects/${id}?view=list&dueFrom=2031-03-02`);
    await expect(page.getByText("Nothing matches")).toBeVisible();
  });
}

test("a board of 500 cards is soon ready, and stays quick", async ({ page }) => {
  test.setTimeout(300_000);
  await openAsAdmin(page);
  const api = apiOf(page);
  const { id, taskIds } = await projectWith(api, titled(500), (index) => ({ labels: [`lane ${String(index % 5)}`], priority: index % 3 === 0 ? "HIGH" : "MEDIUM" }));
  for (const [status, from] of [["IN_PROGRESS", 100], ["UNDER_REVIEW", 200], ["COMPLETED", 300], ["CLOSED", 400]] as const) {
    for (let start = from; start < 500; start += 100) await api("POST", "/tasks/bulk", { taskIds: taskIds.slice(start, start + 100), change: { status } });
  }

  await page.goto(`/projects/${id}`);
  const cards = page.locator("li[data-task-id]");
  await expect(cards).toHaveCount(250);
  // A second visit: what is measured is the page, not the machine's first reading of its files.
  await page.reload({ waitUntil: "commit" });
  await expect(cards).toHaveCount(250);
  const ready = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          setTimeout(() => {
            resolve(performance.now());
          });
        });
      }),
  );
  console.log(`500 cards on the board: the first 250 ready after ${ready.toFixed(0)} ms`);

  for (const name of ["Open", "In progress", "Under review", "Completed", "Closed"]) {
    const column = page.getByRole("region", { name, exact: true });
    await column.getByRole("button", { name: "Load more" }).click();
    await expect(column.locator("li[data-task-id]")).toHaveCount(100);
  }
  await expect(cards).toHaveCount(500);

  const timed = async (what: string, act: () => Promise<void>) => {
    const start = Date.now();
    await act();
    console.log(`500 cards: ${what} took ${String(Date.now() - start)} ms`);
  };
  await page.keyboard.press("j");
  await timed("20 steps by J", async () => {
    for (let step = 0; step < 20; step += 1) await page.keyboard.press("j");
    await expect(page.locator("li[data-task-id] a:focus")).toHaveCount(1);
  });
  const focused = page.locator("li[data-task-id] a:focus");
  const title = (await focused.textContent()) ?? "";
  await timed("carrying a card to the next column by keys", async () => {
    await page.keyboard.press("Space");
    await expect(page.getByText(`Picked up ${title}. Open, place`)).toBeAttached();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText(/^In progress, place \d+ of \d+\.$/)).toBeAttached();
    await page.keyboard.press("Space");
    await expect(page.getByRole("region", { name: "In progress" }).getByRole("link", { name: title })).toBeFocused();
  });
  await timed("opening a task", async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary", { name: "Task" })).toBeVisible();
  });
  await page.getByRole("complementary", { name: "Task" }).press("Escape");

  const card = page.getByRole("region", { name: "Open", exact: true }).locator("li[data-task-id]").first();
  await card.scrollIntoViewIfNeeded();
  const [from, to] = [await card.boundingBox(), await page.getByRole("region", { name: "In progress" }).boundingBox()];
  await timed("dragging a card by mouse over 30 moves", async () => {
    await page.mouse.move((from?.x ?? 0) + 60, (from?.y ?? 0) + 20);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 80, (to?.y ?? 0) + 200, { steps: 30 });
    const moved = page.waitForResponse((answer) => answer.url().endsWith("/move"));
    await page.mouse.up();
    expect((await moved).status()).toBe(200);
  });
});
