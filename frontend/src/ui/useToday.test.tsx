// Today, on a page that stays open over midnight.
import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useToday } from "./useToday";

function Today() {
  return <p>{useToday("Europe/Berlin")}</p>;
}

afterEach(() => {
  vi.useRealTimers();
});

it("becomes the next day soon after midnight, where the person is", () => {
  vi.useFakeTimers({ now: new Date("2026-11-23T22:59:40Z") });
  render(<Today />);
  expect(screen.getByText("2026-11-23")).toBeVisible();
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(screen.getByText("2026-11-24")).toBeVisible();
});
