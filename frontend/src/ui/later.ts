// Parts of the page that are fetched when they are first needed; without a network they come late instead of breaking the page.
import { lazy, type ComponentType } from "react";

const TRIES = 4;
const LONGEST_WAIT_MS = 8_000;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Gives up only while online: then the part is gone, and only a reload brings the page's new version. */
export async function untilFetched<Part>(fetchPart: () => Promise<Part>, wait = 500): Promise<Part> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetchPart();
    } catch (error) {
      if (tries >= TRIES && navigator.onLine) throw error;
    }
    await pause(Math.min(wait * 2 ** tries, LONGEST_WAIT_MS));
  }
}

// The same loose shape that React's own lazy takes: the props are those of the part.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function later<Part extends ComponentType<any>>(fetchPart: () => Promise<{ default: Part }>) {
  return lazy(() => untilFetched(fetchPart));
}

/** Has parts at hand that will be needed soon, perhaps when there is no network any more. */
export function fetchAhead(...parts: (() => Promise<unknown>)[]): void {
  parts.forEach((fetchPart) => {
    fetchPart().catch(() => undefined);
  });
}
