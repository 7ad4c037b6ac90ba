// Entries grouped by the day on which they came, as the reader's calendar has it.
import type { InboxEntry } from "../../api/types";
import { dayOf } from "../../ui/moments";

export type Day = { date: string; entries: InboxEntry[] };

/** In the order in which the entries came. */
export function byDay(entries: InboxEntry[], timeZone: string): Day[] {
  const days = new Map<string, InboxEntry[]>();
  for (const entry of entries) {
    const date = dayOf(entry.occurredAt, timeZone);
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days].map(([date, found]) => ({ date, entries: found }));
}
