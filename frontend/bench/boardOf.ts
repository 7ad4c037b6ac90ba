// A board with cards in every status.
import { apiOf } from "../e2e/api";
import { projectWith, titled } from "../e2e/project";
import type { Page } from "@playwright/test";

const LATER_STATUSES = ["IN_PROGRESS", "UNDER_REVIEW", "COMPLETED", "CLOSED"];
const BULK = 100; // as many as the API takes at once

/** Makes a project whose cards lie evenly in the five statuses, as the person who is signed in; gives its address. */
export async function boardOf(page: Page, cards: number): Promise<string> {
  const api = apiOf(page);
  const { id, taskIds } = await projectWith(api, titled(cards), (index) => ({
    labels: [`lane ${String(index % 5)}`],
    priority: index % 3 === 0 ? "HIGH" : "MEDIUM",
  }));
  // Each goes through the statuses before its own, as by hand.
  for (const [step, status] of LATER_STATUSES.entries()) {
    const moved = taskIds.slice(((step + 1) * cards) / 5);
    for (let start = 0; start < moved.length; start += BULK) {
      await api("POST", "/tasks/bulk", { taskIds: moved.slice(start, start + BULK), change: { status } });
    }
  }
  return `/projects/${id}`;
}
