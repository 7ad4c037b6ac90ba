// How long a deleted task can still be brought back.
import { addDays, daysBetween } from "../../ui/calendarDate";
import { dayOf } from "../../ui/moments";

const KEPT_DAYS = 30;

/** The calendar date, where the reader is, on which it is purged. */
export function goneOn(deletedAt: string, timeZone: string): string {
  return addDays(dayOf(deletedAt, timeZone), KEPT_DAYS);
}

/** 0 on the day on which it is purged. */
export function daysLeft(deletedAt: string, { timeZone, today }: { timeZone: string; today: string }): number {
  return Math.max(0, daysBetween(today, goneOn(deletedAt, timeZone)));
}
