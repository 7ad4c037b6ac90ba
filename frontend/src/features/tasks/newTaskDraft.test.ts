// What of a new task is kept until it is made.
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { ADA, MAX } from "../../test/factories";
import { BLANK, useNewTaskDraft } from "./newTaskDraft";

it("is nobody else's who uses the same browser", () => {
  const ada = renderHook(() => useNewTaskDraft(ADA));
  const max = renderHook(() => useNewTaskDraft(MAX));
  act(() => {
    ada.result.current.change({ title: "Count the batons" });
    ada.result.current.change({ labels: "team" });
  });
  expect(ada.result.current.draft).toEqual({ ...BLANK, title: "Count the batons", labels: "team" });
  expect(max.result.current.draft).toEqual(BLANK);
});

it("has words to lose once something but the project is chosen", () => {
  const { result } = renderHook(() => useNewTaskDraft(ADA));
  act(() => {
    result.current.change({ projectId: "apollo" });
  });
  expect(result.current.hasWords).toBe(false);
  act(() => {
    result.current.change({ dueDate: "2026-11-28" });
  });
  expect(result.current.hasWords).toBe(true);
});

it("keeps what was typed after the draft was sent", () => {
  const { result } = renderHook(() => useNewTaskDraft(ADA));
  act(() => {
    result.current.change({ title: "Count the batons" });
  });
  const sent = result.current.draft;
  act(() => {
    result.current.change({ title: "Wax the track" });
    result.current.forget(sent);
  });
  expect(result.current.draft.title).toBe("Wax the track");
  act(() => {
    result.current.forget(result.current.draft);
  });
  expect(result.current.draft).toEqual(BLANK);
});
