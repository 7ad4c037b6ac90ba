// Links that open a task beside the list they are in, so that the browser's back closes it again.
import { useCallback } from "react";
import { useLocation, useMatch, useNavigate } from "react-router";

export type TaskLink = { to: string; replace: boolean; state: { openedFromList: boolean } };

type Opened = { openedFromList?: boolean } | null;

/**
 * Opening a second task takes the first one's place in the history: back always closes the panel.
 * `search` is what the list's address says after its path, kept while the task is open.
 */
export function useTaskLink(listPath: string, search = ""): (taskId: string) => TaskLink {
  const open = useMatch(`${listPath}/tasks/:taskId`);
  const state = useLocation().state as Opened;
  const isOpen = open !== null;
  const fromList = isOpen ? (state?.openedFromList ?? false) : true;
  return useCallback(
    (taskId) => ({ to: `${listPath}/tasks/${taskId}${search}`, replace: isOpen, state: { openedFromList: fromList } }),
    [listPath, search, isOpen, fromList],
  );
}

/** The task that the address names, beside its list. */
export function useOpenTaskId(): string | null {
  return /\/tasks\/([^/]+)$/.exec(useLocation().pathname)?.[1] ?? null;
}

export function useCloseTask(listPath: string): () => void {
  const navigate = useNavigate();
  const state = useLocation().state as Opened;
  return () => {
    if (state?.openedFromList) void navigate(-1);
    else void navigate(listPath, { replace: true });
  };
}
