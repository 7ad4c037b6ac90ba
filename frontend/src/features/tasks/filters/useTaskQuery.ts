// The address as the one place that knows what is shown: read from there, and changed there.
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { NO_FILTERS, searchOf, taskQuery, type TaskQuery } from "./taskQuery";

export type TaskQueryState = {
  query: TaskQuery;
  /** A new entry of the history, unless `replace` says that it only goes on with the last one. */
  change: (edit: Partial<TaskQuery>, options?: { replace: boolean }) => void;
  clear: () => void;
};

export function useTaskQuery(): TaskQueryState {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = useMemo(() => taskQuery(new URLSearchParams(search)), [search]);
  const change = useCallback(
    (edit: Partial<TaskQuery>, { replace } = { replace: false }) => {
      const next = searchOf({ ...query, ...edit });
      // Without a state: one step back would no longer lead from an open task to the list it was opened from.
      if (next !== search) void navigate({ pathname, search: next }, { replace, state: null });
    },
    [navigate, pathname, query, search],
  );
  const clear = useCallback(() => {
    change(NO_FILTERS);
  }, [change]);
  return { query, change, clear };
}
