// Time zones by name.
import { expect, it } from "vitest";
import { listed, timeZonesWith } from "./timeZones";

const zones = timeZonesWith("Asia/Kolkata");

it("has UTC and the zone somebody has, each once", () => {
  expect(zones.filter((zone) => zone === "UTC")).toHaveLength(1);
  expect(zones).toContain("Asia/Kolkata");
  expect(zones).toContain("Europe/Berlin");
});

it("finds a zone however it was typed, and none that doesn't exist", () => {
  expect(listed(zones, " america/new york ")).toBe("America/New_York");
  expect(listed(zones, "Europe/Atlantis")).toBeUndefined();
});
