// Parts that are fetched before somebody asks for them.
import { render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useAhead } from "./useAhead";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const fetchPart = vi.fn(() => Promise.reject(new Error("no network")));

function Page() {
  useAhead(fetchPart);
  return null;
}

it("fetches once the page has come to rest, and minds no failure", () => {
  render(<Page />);
  vi.advanceTimersByTime(2_000);
  expect(fetchPart).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(fetchPart).toHaveBeenCalledOnce();
});
