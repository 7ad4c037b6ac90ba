// The deleted tasks that can still be brought back, one by one or several at once.
import { Trash2 } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { asFailure } from "../../api/problem";
import type { People, TrashedTask } from "../../api/types";
import { LoadMore } from "../../ui/LoadMore";
import { NotUpToDate } from "../../ui/NotUpToDate";
import { Empty, Failure } from "../../ui/Notice";
import { Skeletons } from "../../ui/Skeleton";
import { trash as words } from "../../words/trash";
import { useRestore, useTrash } from "./queries";
import { Restored, type LinkTo } from "./Restored";
import { SelectionBar } from "./SelectionBar";
import { TrashRow } from "./TrashRow";

export type Reader = { people: People; projectNames: ReadonlyMap<string, string>; timeZone: string; today: string };

type TrashListProps = { projectId: string | null; reader: Reader; linkTo: LinkTo };

export function TrashList({ projectId, reader, linkTo }: TrashListProps) {
  const query = useTrash();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const { mutateAsync, isPending: isRestoring } = useRestore();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [restored, setRestored] = useState<TrashedTask[]>([]);
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  const shown = projectId ? all.filter((task) => task.projectId === projectId) : all;
  const list = useKeptFocus(shown);

  if (isPending) return <Skeletons count={6} className="h-12 w-full" />;
  if (!data) return <Failure title={words.failed} failure={asFailure(error)} onRetry={() => void refetch()} />;

  const chosen = shown.filter((task) => selected.has(task.id));
  const restore = (tasks: TrashedTask[]) => {
    void mutateAsync(tasks).then((back) => {
      setRestored((before) => [...back, ...before.filter(({ id }) => back.every((task) => task.id !== id))]);
    });
  };
  const toggle = (task: TrashedTask) => {
    const others = [...selected].filter((id) => id !== task.id);
    setSelected(new Set(others.length < selected.size ? others : [...others, task.id]));
  };

  return (
    <>
      <NotUpToDate of={[query]} timeZone={reader.timeZone} />
      <Restored tasks={restored} linkTo={linkTo} />
      <div ref={list} tabIndex={-1} className="outline-none">
        {shown.length > 0 ? (
          <SelectionBar
            chosen={chosen.length}
            of={shown.length}
            isBusy={isRestoring}
            onSelectAll={(all) => {
              setSelected(new Set(all ? shown.map((task) => task.id) : []));
            }}
            onRestore={() => {
              restore(chosen);
            }}
          />
        ) : null}
        {shown.length > 0 ? (
          <ul aria-label={words.label} className="divide-y divide-line rounded-lg border border-line bg-surface">
            {shown.map((task) => (
              <TrashRow
                key={task.id}
                task={task}
                reader={reader}
                isSelected={selected.has(task.id)}
                onToggle={() => {
                  toggle(task);
                }}
                onRestore={() => {
                  restore([task]);
                }}
              />
            ))}
          </ul>
        ) : (
          <Nothing project={projectId ? (reader.projectNames.get(projectId) ?? words.thisProject) : null} isAll={!hasNextPage} />
        )}
      </div>
      {hasNextPage ? <LoadMore busy={isFetchingNextPage} onMore={() => void fetchNextPage()} /> : null}
    </>
  );
}

function Nothing({ project, isAll }: { project: string | null; isAll: boolean }) {
  if (!isAll) return project === null ? null : <p className="px-2 py-6 text-muted">{words.emptyProjectSoFar(project)}</p>;
  return <Empty icon={Trash2} title={project === null ? words.empty : words.emptyProject(project)} text={words.emptyText} />;
}

/** When the row that had the focus is restored, its neighbour takes the focus. */
function useKeptFocus(shown: TrashedTask[]) {
  const list = useRef<HTMLDivElement>(null);
  const held = useRef<{ element: Element; row: number } | null>(null);
  useLayoutEffect(() => {
    const element = list.current;
    const before = held.current;
    if (!element || !before || before.element.isConnected || document.activeElement !== document.body) return;
    const rows = [...element.querySelectorAll("li")];
    const next = rows[Math.min(before.row, rows.length - 1)]?.querySelector("button") ?? element;
    next.focus({ preventScroll: true });
  }, [shown]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const onFocus = ({ target }: FocusEvent) => {
      const focused = target as Element;
      const row = [...element.querySelectorAll("li")].findIndex((each) => each.contains(focused));
      // What stands above the rows counts as the first one.
      held.current = { element: focused, row: Math.max(0, row) };
    };
    element.addEventListener("focusin", onFocus);
    return () => {
      element.removeEventListener("focusin", onFocus);
    };
  });
  return list;
}
