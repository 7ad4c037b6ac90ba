// The offer to count days where one is.
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import * as timeZones from "../features/settings/timeZones";
import { MAX } from "../test/factories";
import { fakeApi } from "../test/fakeApi";
import { openPage } from "../test/openPage";
import { server } from "../test/server";

const note = () => screen.findByRole("region", { name: "Time zone" });
const device = (zone: string) => vi.spyOn(timeZones, "deviceTimeZone").mockReturnValue(zone);

beforeEach(() => {
  device("Europe/Berlin");
});

it("takes the device's zone with one button", async () => {
  const api = fakeApi({ me: MAX });
  server.use(...api.handlers);
  const user = openPage("/my-tasks");
  expect(await note()).toHaveTextContent("Your days are counted in UTC.");
  await user.click(screen.getByRole("button", { name: "Use Europe/Berlin" }));
  await waitFor(() => {
    expect(screen.queryByRole("region", { name: "Time zone" })).not.toBeInTheDocument();
  });
  expect(api.sent).toEqual([{ method: "PATCH", path: "/users/me", body: { timeZone: "Europe/Berlin" } }]);
});

it("asks no more on this device once UTC is kept", async () => {
  const api = fakeApi({ me: MAX });
  server.use(...api.handlers);
  const user = openPage("/my-tasks");
  await note();
  await user.click(screen.getByRole("button", { name: "Keep UTC" }));
  expect(screen.queryByRole("region", { name: "Time zone" })).not.toBeInTheDocument();
  expect(localStorage.getItem("baton.utc.max")).toBe("kept");
  expect(api.sent).toEqual([]);
});

it.each([
  ["UTC", "Etc/UTC"],
  ["Asia/Tokyo", "Europe/Berlin"],
])("says nothing to somebody in %s whose device is in %s", async (timeZone, zone) => {
  device(zone);
  server.use(...fakeApi({ me: { ...MAX, timeZone } }).handlers);
  openPage("/my-tasks");
  await screen.findByText("Nothing is assigned to you");
  expect(screen.queryByRole("region", { name: "Time zone" })).not.toBeInTheDocument();
});
