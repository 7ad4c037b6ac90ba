// The status machine as the page needs it: which states exist, and where a task may go from here.
import { kindsOf } from "../../api/kinds";
import type { Role, Status } from "../../api/types";

const NEXT: Record<Status, Status[]> = {
  OPEN: ["IN_PROGRESS", "CLOSED"],
  IN_PROGRESS: ["UNDER_REVIEW", "OPEN"],
  UNDER_REVIEW: ["COMPLETED", "IN_PROGRESS"],
  COMPLETED: ["CLOSED", "IN_PROGRESS"],
  CLOSED: ["IN_PROGRESS"],
};

/** In the order a task goes through them. */
export const STATUSES = kindsOf(NEXT);

/** The server refuses everything else; only an admin enters or leaves CLOSED. */
export function nextStatuses(from: Status, role: Role): Status[] {
  if (role === "ADMIN") return NEXT[from];
  return from === "CLOSED" ? [] : NEXT[from].filter((status) => status !== "CLOSED");
}

/** The shortest way from one status to another that this person may go; empty when there is none. */
export function wayTo(from: Status, to: Status, role: Role): Status[] {
  const seen = new Set<Status>([from]);
  let ways: Status[][] = [[]];
  while (ways.length > 0) {
    const longer = ways.flatMap((way) => nextStatuses(way.at(-1) ?? from, role).map((status) => [...way, status]));
    const arrived = longer.find((way) => way.at(-1) === to);
    if (arrived) return arrived;
    ways = longer.filter((way) => !seen.has(way.at(-1) ?? from));
    ways.forEach((way) => seen.add(way.at(-1) ?? from));
  }
  return [];
}

export function isDone(status: Status): boolean {
  return status === "COMPLETED" || status === "CLOSED";
}
