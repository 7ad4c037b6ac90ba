// Calendar dates as people write them, "2026-11-23"; never turned into a Date, so no time zone can shift them.
import { strings } from "../strings";

type CalendarDay = { year: number; month: number; day: number };

function parse(date: string): CalendarDay {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, month, day };
}

/** Days since 1 March of year 0 in the Gregorian calendar; a year starting in March puts the leap day last. */
function dayNumber(date: string): number {
  const { year, month, day } = parse(date);
  const shifted = month < 3 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear;
}

/** Positive when `date` lies after `from`. */
export function daysBetween(from: string, date: string): number {
  return dayNumber(date) - dayNumber(from);
}

const YEAR_400 = 146_097;

/** The date that many days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  const target = dayNumber(date) + days;
  const era = Math.floor(target / YEAR_400);
  const ofEra = target - era * YEAR_400;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / (YEAR_400 - 1))) / 365);
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** Whether it is written like a date and the calendar has that day: no year has a 31 February. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}

/** Today's calendar date where the clock shows that time zone. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function weekday(date: string): string {
  // Day 0 of dayNumber is a Wednesday; the names start on Sunday.
  return strings.dates.weekdays[(dayNumber(date) + 3) % 7] ?? "";
}

export function exactDate(date: string): string {
  const { year, month, day } = parse(date);
  return strings.dates.exact(weekday(date), day, strings.dates.months[month - 1] ?? "", year);
}

/** "Monday, November 30"; the year only where it differs from today's. */
export function longDate(date: string, today: string): string {
  const { year, month, day } = parse(date);
  const name = strings.dates.months[month - 1] ?? "";
  return strings.dates.long(weekday(date), strings.dates.short(day, name, year === parse(today).year ? null : year));
}

/** "Nov 30"; the year only where it differs from today's. */
export function shortDate(date: string, today: string): string {
  const { year, month, day } = parse(date);
  const name = (strings.dates.months[month - 1] ?? "").slice(0, 3);
  return strings.dates.short(day, name, year === parse(today).year ? null : year);
}

/** "Tomorrow", "Friday", "Nov 30". */
export function nearbyDate(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return strings.dates.today;
  if (days === 1) return strings.dates.tomorrow;
  if (days === -1) return strings.dates.yesterday;
  return days > 1 && days < 7 ? weekday(date) : shortDate(date, today);
}

export function dueWords(date: string, today: string): string {
  const days = daysBetween(today, date);
  return days < 0 ? strings.dates.overdue(-days) : nearbyDate(date, today);
}
