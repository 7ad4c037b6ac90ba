// Lighthouse, in a process of its own, judging a page in a browser that is open already and may be signed in.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export type Asked = { url: string; debuggingPort: number; device: "desktop" | "mobile"; categories: readonly Category[]; file: string };

type Audit = { title: string; score: number | null; displayValue?: string };
export type Report = {
  categories: Partial<Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>>;
  audits: Record<string, Audit>;
  /** How fast the machine was during the run: an idle one of today has 1,500 to 3,000. */
  environment: { benchmarkIndex: number };
};

const PROGRAM = join(import.meta.dirname, "node_modules/lighthouse/cli/index.js");

/** The browser's cache is emptied before, its session is kept. The report is left in the file, for Lighthouse's viewer too. */
export async function judge({ url, debuggingPort, device, categories, file }: Asked): Promise<Report> {
  const form = device === "desktop" ? ["--preset=desktop"] : [];
  const output = ["--quiet", "--output=json", `--output-path=${file}`, `--only-categories=${categories.join(",")}`];
  await promisify(execFile)(process.execPath, [PROGRAM, url, `--port=${String(debuggingPort)}`, ...form, ...output]);
  return JSON.parse(await readFile(file, "utf8")) as Report;
}

/** 0 to 100, as Lighthouse shows it; undefined where the category was not asked for. */
export function score(report: Report, category: Category): number | undefined {
  const judged = report.categories[category];
  return judged && Math.round(judged.score * 100);
}

/** What costs points, in Lighthouse's words. */
export function costs(report: Report): string[] {
  const weighed = Object.values(report.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const audits = weighed.map(({ id }) => report.audits[id]).filter((audit) => audit !== undefined);
  return audits.filter((audit) => audit.score !== null && audit.score < 0.9).map(({ title, displayValue }) => (displayValue ? `${title} (${displayValue})` : title));
}

/** The one in the middle by performance: the only category that differs from one run to the next. */
export function middle(reports: Report[]): Report {
  const sorted = reports.toSorted((one, other) => (score(one, "performance") ?? 0) - (score(other, "performance") ?? 0));
  const report = sorted[Math.floor(sorted.length / 2)];
  if (!report) throw new Error("There is no report to take the middle of.");
  return report;
}
