// The head of a page.
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { PageHead } from "./PageHead";

it("has no heading before the title is known, and the title as its heading then", () => {
  const { rerender } = render(<PageHead title="">New task</PageHead>);
  expect(screen.queryByRole("heading")).not.toBeInTheDocument();
  expect(screen.getByText("New task")).toBeInTheDocument();
  rerender(<PageHead title="Apollo" />);
  expect(screen.getByRole("heading", { name: "Apollo", level: 1 })).toBeInTheDocument();
});
