// What stands in for a page that could not be drawn.
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { Guard } from "./Guard";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

function failing(error: Error) {
  let fails = true;
  function Page() {
    if (fails) throw error;
    return <p>Drawn</p>;
  }
  const mend = () => {
    fails = false;
  };
  return { Page, mend };
}

it("says so in words, not in code, and draws again on another try", async () => {
  const { Page, mend } = failing(new TypeError("Cannot read properties of undefined"));
  render(<Guard><Page /></Guard>);
  expect(screen.getByRole("alert")).toHaveTextContent("This page stopped working");
  expect(screen.getByRole("alert")).not.toHaveTextContent("undefined");
  mend();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(screen.getByText("Drawn")).toBeVisible();
});

it("shows the request id of a refusal", () => {
  const { Page } = failing(Object.assign(new Error("Something broke on our side."), { requestId: "request-7" }));
  render(<Guard><Page /></Guard>);
  expect(screen.getByRole("alert")).toHaveTextContent("Something broke on our side.");
  expect(screen.getByText("request-7")).toBeVisible();
});

it("tells a part that could not be fetched from a fault", () => {
  const { Page } = failing(new TypeError("Failed to fetch dynamically imported module: /assets/x.js"));
  render(<Guard><Page /></Guard>);
  expect(screen.getByRole("alert")).toHaveTextContent("Check your connection");
});

it("draws the next page that is gone to", () => {
  const { Page } = failing(new Error("broken"));
  const { rerender } = render(<Guard resetOn="/one"><Page /></Guard>);
  rerender(<Guard resetOn="/two"><p>Another page</p></Guard>);
  expect(screen.getByText("Another page")).toBeVisible();
});
