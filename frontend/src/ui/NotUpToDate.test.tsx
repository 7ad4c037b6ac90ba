// Lists that could not be asked for again.
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { NotUpToDate } from "./NotUpToDate";

const at = (instant: string) => Date.parse(instant);

it("says since when the oldest of what failed is not up to date", () => {
  const of = [
    { isRefetchError: false, dataUpdatedAt: at("2026-11-24T07:00:00Z") },
    { isRefetchError: true, dataUpdatedAt: at("2026-11-24T09:05:00Z") },
    { isRefetchError: true, dataUpdatedAt: at("2026-11-24T08:05:00Z") },
  ];
  render(<NotUpToDate of={of} timeZone="Europe/Berlin" />);
  expect(screen.getByRole("status")).toHaveTextContent("Not up to date since 9:05 AM, trying again");
});

it("says nothing while all is well", () => {
  const { container } = render(<NotUpToDate of={[{ isRefetchError: false, dataUpdatedAt: 0 }]} timeZone="UTC" />);
  expect(container).toBeEmptyDOMElement();
});
