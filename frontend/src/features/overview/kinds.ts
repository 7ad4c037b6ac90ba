// What is counted, and where the tasks behind a number are listed.
import { kindsOf } from "../../api/kinds";
import type { Stats, Status } from "../../api/types";
import { strings } from "../../strings";

export type Kind = Status;
export const KINDS = kindsOf<Kind>(strings.tasks.statuses);

/** The list that shows just those tasks, of one project or (null) of all; null where there is no such list. */
export type Links = (projectId: string | null, kind: Kind | "UNFINISHED" | "OVERDUE") => string | null;

export type Share = { kind: Kind; count: number; percent: number };

/** The statuses that hold something, in the order a task goes through them. */
export function sharesOf(counts: Stats["byStatus"]): Share[] {
  const all = KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  return KINDS.map((kind) => ({ kind, count: counts[kind] ?? 0, percent: ((counts[kind] ?? 0) / all) * 100 })).filter(({ count }) => count > 0);
}
