// Messages that can take back what they tell: they stay for eight seconds, and longer while somebody is at them.
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ToastProvider, useToast } from "./Toasts";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

async function say(onAction: () => void = vi.fn()) {
  function Speaker() {
    const toast = useToast();
    return (
      <button
        type="button"
        onClick={() => {
          toast({ title: "Deleted it", action: { label: "Undo", onAction } });
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
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
  return screen.findByRole("button", { name: "Undo" });
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
  const undo = await say(onAction);
  fireEvent.click(undo);
  expect(onAction).toHaveBeenCalledOnce();
  expect(screen.queryByText("Deleted it")).not.toBeInTheDocument();
});
