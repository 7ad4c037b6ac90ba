// Calendar dates: the day someone picks is the day everyone sees.
import { expect, it } from "vitest";
import { addDays, daysBetween, dueWords, exactDate, isDate, nearbyDate, shortDate, todayIn } from "./calendarDate";

const TODAY = "2026-11-23"; // a Monday

it.each([
  ["2026-11-23", "2026-11-23", 0],
  ["2026-11-23", "2026-11-24", 1],
  ["2026-02-28", "2026-03-01", 1],
  ["2028-02-28", "2028-03-01", 2],
  ["2026-12-31", "2027-01-01", 1],
  ["2026-03-28", "2026-03-30", 2],
  ["2027-01-01", "2026-01-01", -365],
])("counts the days from %s to %s as %i", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

it("agrees with the calendar on every day of eight years", () => {
  const start = Date.UTC(2024, 0, 1);
  for (let day = 0; day < 8 * 365; day += 1) {
    const date = new Date(start + day * 86_400_000);
    const text = date.toISOString().slice(0, 10);
    expect(daysBetween("2024-01-01", text)).toBe(day);
    expect(addDays("2024-01-01", day)).toBe(text);
    expect(addDays(text, -day)).toBe("2024-01-01");
    const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(date);
    expect(exactDate(text)).toMatch(new RegExp(`^${weekday}, `));
  }
});

it("knows that it is already tomorrow in Auckland and still yesterday in Honolulu", () => {
  expect(todayIn("Pacific/Auckland", new Date("2026-11-23T12:30:00Z"))).toBe("2026-11-24");
  expect(todayIn("Pacific/Honolulu", new Date("2026-11-23T08:30:00Z"))).toBe("2026-11-22");
});

it.each([
  ["2026-11-23", "Today"],
  ["2026-11-24", "Tomorrow"],
  ["2026-11-27", "Friday"],
  ["2026-11-30", "Nov 30"],
  ["2027-01-05", "Jan 5, 2027"],
  ["2026-11-22", "1 day overdue"],
  ["2026-11-20", "3 days overdue"],
])("says of something due on %s: %s", (date, words) => {
  expect(dueWords(date, TODAY)).toBe(words);
});

it("calls nothing overdue that is done", () => {
  expect(nearbyDate("2026-11-22", TODAY)).toBe("Yesterday");
});

it("spells the exact day", () => {
  expect(exactDate("2026-11-23")).toBe("Monday, November 23, 2026");
});

it("names a day that stays right when it is read later", () => {
  expect(shortDate("2026-11-24", TODAY)).toBe("Nov 24");
});

it.each(["2024-02-29", "2031-12-31", "2031-01-01"])("knows %s as a date", (text) => {
  expect(isDate(text)).toBe(true);
});

it.each(["2031-02-31", "2031-02-29", "2031-13-01", "2031-00-10", "2031-04-00", "2031-4-1", "tomorrow", ""])("knows '%s' as none", (text) => {
  expect(isDate(text)).toBe(false);
});
