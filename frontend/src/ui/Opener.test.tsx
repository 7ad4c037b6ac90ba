// A button and what it opens.
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Opener } from "./Opener";

it("fetches when somebody reaches for the button, and opens when it is pressed", () => {
  const fetchOpen = vi.fn(() => Promise.reject(new Error("no network")));
  render(
    <Opener trigger={<button type="button">Status</button>} opens="menu" fetchOpen={fetchOpen}>
      <p>The menu</p>
    </Opener>,
  );
  const button = screen.getByRole("button", { name: "Status", expanded: false });
  fireEvent.focus(button);
  expect(fetchOpen).toHaveBeenCalledOnce();
  expect(screen.queryByText("The menu")).not.toBeInTheDocument();
  fireEvent.click(button);
  expect(screen.getByText("The menu")).toBeVisible();
});
