// Instants in the time zone of whoever reads them.
import { expect, it } from "vitest";
import { dayOf, timeOfDay } from "./moments";

const LATE_IN_LONDON = "2026-11-23T23:30:00Z";

it.each([
  ["UTC", "2026-11-23", /^11:30\sPM$/],
  ["Asia/Tokyo", "2026-11-24", /^8:30\sAM$/],
  ["America/Los_Angeles", "2026-11-23", /^3:30\sPM$/],
])("shows the day and the hour in %s", (timeZone, day, hour) => {
  expect(dayOf(LATE_IN_LONDON, timeZone)).toBe(day);
  expect(timeOfDay(LATE_IN_LONDON, timeZone)).toMatch(hour);
});
