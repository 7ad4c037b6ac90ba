// A new task as far as it is typed; like the panel's words it outlives the closed dialog and a reload of this tab.
import type { Priority, User } from "../../api/types";
import { forgetUnsaved, keepUnsaved, placeOf, readUnsaved, useUnsaved } from "./panel/unsaved";

export type NewTaskDraft = {
  title: string;
  description: string;
  priority: Priority;
  /** "2026-11-28", or empty. */
  dueDate: string;
  /** Separated by commas, as they are typed. */
  labels: string;
  assigneeIds: string[];
  /** Null until somebody chooses one: then it is the project of the page. */
  projectId: string | null;
};

export const BLANK: NewTaskDraft = { title: "", description: "", priority: "MEDIUM", dueDate: "", labels: "", assigneeIds: [], projectId: null };

function isBlank(draft: NewTaskDraft): boolean {
  return JSON.stringify({ ...draft, projectId: null }) === JSON.stringify(BLANK);
}

export function useNewTaskDraft(me: Pick<User, "id">) {
  const place = placeOf(me.id, "new", "task");
  const kept = useUnsaved<NewTaskDraft>(place)?.mine;
  const now = () => readUnsaved<NewTaskDraft>(place)?.mine ?? BLANK;
  return {
    draft: kept ?? BLANK,
    hasWords: kept !== undefined && !isBlank(kept),
    change: (edit: Partial<NewTaskDraft>) => {
      keepUnsaved(place, { mine: { ...now(), ...edit }, base: BLANK, mode: "typing" });
    },
    discard: () => {
      forgetUnsaved(place);
    },
    /** What was typed while this one was on its way stays. */
    forget: (sent: NewTaskDraft) => {
      if (JSON.stringify(now()) === JSON.stringify(sent)) forgetUnsaved(place);
    },
  };
}
