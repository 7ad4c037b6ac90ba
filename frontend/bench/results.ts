// RESULTS.md: one section per measurement, each replaced when it was made again, with its machine and date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, type } from "node:os";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "RESULTS.md");

const TITLES = ["Lighthouse", "First load", "Large boards"] as const;
export type Title = (typeof TITLES)[number];

const OPENING = `# The page, measured

Written by \`make page-bench\`, from the production build on the local stack, in the system's Chromium. Milliseconds are
those of the machine that a section names.`;

export function publish(title: Title, text: string): void {
  const known = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  writeFileSync(FILE, withSection(known, title, `${measured(new Date())}\n\n${text}`));
  console.log(`\n## ${title}\n\n${text}\n`);
}

/** The document with the section replaced and the others as they were. */
export function withSection(document: string, title: Title, text: string): string {
  const known = new Map(document.split(/^## /m).slice(1).map(titleAndText));
  const sections = new Map([...known, [title, text.trim()] as const]);
  const parts = TITLES.filter((each) => sections.has(each)).map((each) => `## ${each}\n\n${sections.get(each) ?? ""}`);
  return [OPENING, ...parts].join("\n\n") + "\n";
}

/** The first column holds words, the others figures. */
export function table(headers: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(headers), `|---${"|---:".repeat(headers.length - 1)}|`, ...rows.map(line)].join("\n");
}

function titleAndText(section: string): [string, string] {
  const end = section.indexOf("\n");
  return [section.slice(0, end), section.slice(end).trim()];
}

/** The line that says when and on what. */
function measured(now: Date): string {
  const processors = cpus();
  const day = now.toISOString().slice(0, 10);
  return `*${day}, ${type()}, ${String(processors.length)} cores (${processors[0]?.model.trim() ?? "unknown"}), Node ${process.versions.node}*`;
}
