// Instants as the clock and the calendar of a time zone show them.
import { todayIn } from "./calendarDate";

/** The calendar date it was there. */
export function dayOf(instant: string, timeZone: string): string {
  return todayIn(timeZone, new Date(instant));
}

/** "2:05 PM" */
export function timeOfDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en", { timeStyle: "short", timeZone }).format(new Date(instant));
}

/** "Nov 23, 2026, 2:05 PM" */
export function exactMoment(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(instant));
}
