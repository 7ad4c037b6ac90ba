// Copying, where the browser does it and where it doesn't.
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { ToastProvider } from "./Toasts";
import { useCopy } from "./useCopy";

function Copy() {
  const copy = useCopy();
  return (
    <button type="button" onClick={() => void copy("/tasks/7", { copied: "Link copied", notCopied: "The link was not copied" })}>
      Copy
    </button>
  );
}

it.each([
  ["Link copied", { writeText: () => Promise.resolve() }],
  ["The link was not copied", { writeText: () => Promise.reject(new Error("denied")) }],
  ["The link was not copied", undefined],
])("says %s", async (said, clipboard) => {
  vi.stubGlobal("navigator", Object.create(navigator, { clipboard: { value: clipboard } }));
  render(
    <ToastProvider>
      <Copy />
    </ToastProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Copy" }));
  expect((await screen.findAllByText(said))[0]).toBeInTheDocument();
  vi.unstubAllGlobals();
});
