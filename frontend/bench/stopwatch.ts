// How long the page takes for what a person does: until it is seen, and how much of that its one thread works.
import type { Page } from "@playwright/test";

/** Milliseconds for one time. */
export type Taken = { seen: number; busy: number };
export type Stopwatch = (times: number, act: () => Promise<void>) => Promise<Taken>;

export async function stopwatch(page: Page): Promise<Stopwatch> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const worked = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  return async (times, act) => {
    const [workedBefore, start] = [await worked(), performance.now()];
    await act();
    const seen = performance.now() - start;
    return { seen: seen / times, busy: ((await worked()) - workedBefore) / times };
  };
}
