// Messages that can take back what they tell: they stay for eight seconds, and longer while somebody is at them.
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Dialog } from "./Dialog";
import { ToastProvider, useToast, type Toast } from "./Toasts";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

async function say(said: Partial<Toast> = {}) {
  function Speaker() {
    const toast = useToast();
    return (
      <button
        type="button"
        onClick={() => {
          toast({ title: "Deleted it", action: { label: "Undo", onAction: vi.fn() }, ...said });
        }}
      >
        Delete
      </button>
    );
  }
  render(
    <ToastProvider>
      <Speaker />
    </ToastProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Delete", hidden: true }));
  return screen.findByRole("button", { name: "Undo", hidden: true });
}

it("goes by itself after eight seconds", async () => {
  const undo = await say();
  await pass(7_000);
  expect(undo).toBeInTheDocument();
  await pass(2_000);
  expect(undo).not.toBeInTheDocument();
});

it("stays while the pointer or the focus is on it", async () => {
  const undo = await say();
  const region = screen.getByRole("region", { name: "Messages (F8)" });
  fireEvent.pointerMove(undo);
  await pass(20_000);
  expect(undo).toBeInTheDocument();
  fireEvent.pointerLeave(region);
  act(() => {
    undo.focus();
  });
  await pass(20_000);
  expect(undo).toBeInTheDocument();
});

it("takes back what it tells, and goes", async () => {
  const onAction = vi.fn();
  const undo = await say({ action: { label: "Undo", onAction } });
  fireEvent.click(undo);
  expect(onAction).toHaveBeenCalledOnce();
  expect(screen.queryByText("Deleted it")).not.toBeInTheDocument();
});

it("stays when Esc closes something else, and goes by Esc from within", async () => {
  const undo = await say();
  const speaker = screen.getByRole("button", { name: "Delete" });
  act(() => {
    speaker.focus();
  });
  fireEvent.keyDown(speaker, { key: "Escape" });
  expect(undo).toBeInTheDocument();
  act(() => {
    undo.focus();
  });
  fireEvent.keyDown(undo, { key: "Escape" });
  expect(undo).not.toBeInTheDocument();
});

it("leaves Esc to the dialog below it", async () => {
  const onClose = vi.fn();
  render(
    <Dialog title="New task" onClose={onClose}>
      <input aria-label="Title" />
    </Dialog>,
  );
  const undo = await say();
  fireEvent.keyDown(screen.getByLabelText("Title"), { key: "Escape" });
  expect(onClose).toHaveBeenCalledOnce();
  expect(undo).toBeInTheDocument();
});

it("tells the request id of a failure", async () => {
  await say({ kind: "failure", failure: { message: "Something broke on our side.", requestId: "request-7" } });
  expect(screen.getByText("Something broke on our side.")).toBeVisible();
  expect(screen.getByText("request-7")).toBeVisible();
});
