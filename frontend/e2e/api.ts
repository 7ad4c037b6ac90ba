// The API as the person who is signed in on the page asks it.
import type { Page } from "@playwright/test";

export type Api = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** Speaks to the API as the person who is signed in on the page. */
export function apiOf(page: Page): Api {
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
