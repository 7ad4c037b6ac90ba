// A project of its own for a story, so that no other story's tasks are in its way.
import { expect, type Page } from "@playwright/test";
import { apiOf, type Api } from "./api";
import { ADMIN, signIn } from "./signIn";

export async function openAsAdmin(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await signIn(page, ADMIN);
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeVisible();
}

type Made = { id: string };

export async function projectWith(api: Api, titles: string[], each: (index: number) => object = () => ({})): Promise<{ id: string; taskIds: string[] }> {
  const { id } = await api<Made>("POST", "/projects", { name: `Project ${Date.now().toString(36)}` });
  const taskIds: string[] = [];
  for (let start = 0; start < titles.length; start += 10) {
    const made = titles.slice(start, start + 10).map((title, index) => api<Made>("POST", "/tasks", { projectId: id, title, ...each(start + index) }));
    taskIds.push(...(await Promise.all(made)).map((task) => task.id));
  }
  return { id, taskIds };
}

/** Signs in as the admin and shows the board of a new project; a task is in it, as without one there are no columns. */
export async function openNewBoard(page: Page): Promise<void> {
  await openAsAdmin(page);
  const { id } = await projectWith(apiOf(page), ["Sweep the hall"]);
  await page.goto(`/projects/${id}`);
  await expect(page.getByRole("region", { name: "Open", exact: true })).toBeVisible();
}

/** The rows of a project's list. */
export const rows = (page: Page) => page.getByRole("list", { name: /^Tasks of/ }).getByRole("listitem");

/** As many titles as asked for, none the beginning of another. */
export const titled = (count: number) => Array.from({ length: count }, (_, index) => `Lane ${String(index + 1).padStart(3, "0")}`);
