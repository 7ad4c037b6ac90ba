// What rows and cards may ask of the list or board around them: whether they are marked, and to open a quick change.
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { TaskCard } from "../../../api/types";
import type { Marks } from "./marks";

export type QuickKind = "status" | "assign" | "unassign" | "due" | "priority" | "label";

export type Area = {
  marks: Marks;
  /** Whether the person here may do more than change a status. */
  isAdmin: boolean;
  open: (kind: QuickKind, cards: TaskCard[], anchor: Element) => void;
};

export const AreaContext = createContext<Area | null>(null);

export function useArea(): Area {
  const area = useContext(AreaContext);
  if (!area) throw new Error("useArea needs a WorkArea above it");
  return area;
}

export function useMarked(taskId: string): { current: boolean; selected: boolean } {
  const { marks } = useArea();
  return {
    current: useSyncExternalStore(marks.subscribe, () => marks.current() === taskId),
    selected: useSyncExternalStore(marks.subscribe, () => marks.selected().has(taskId)),
  };
}

export function useSelected(marks: Marks): ReadonlySet<string> {
  return useSyncExternalStore(marks.subscribe, marks.selected);
}

/** The link that stands for a task on the page. */
export function taskLinkId(taskId: string): string {
  return `card-${taskId}`;
}

/** Whether the task was there to take the focus. */
export function focusTask(taskId: string | null): boolean {
  const link = document.getElementById(taskLinkId(taskId ?? ""));
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return link !== null;
}

/** The task of the row or card that something is in. */
export function taskIdAt(target: EventTarget | null): string | null {
  const holder = target instanceof Element ? target.closest<HTMLElement>("[data-task-id]") : null;
  return holder?.dataset["taskId"] ?? null;
}

/** For clicks on a row or card: with Shift they select everything from the last selected one to here. */
export function useSelecting(taskId: string) {
  const { marks } = useArea();
  return useCallback(
    (range: boolean) => {
      if (range) marks.extend(taskId);
      else marks.toggle(taskId);
    },
    [marks, taskId],
  );
}
