// The board of a project: its columns, narrowed by what the address asks for. What carries cards is fetched beside the cards.
import { ClipboardList } from "lucide-react";
import { Suspense, type ReactNode } from "react";
import { asFailure } from "../../../api/problem";
import { strings } from "../../../strings";
import { ahead } from "../../../ui/ahead";
import { NotUpToDate } from "../../../ui/NotUpToDate";
import { Empty, Failure } from "../../../ui/Notice";
import { Skeletons } from "../../../ui/Skeleton";
import { isFiltered } from "../filters/taskQuery";
import { NothingMatches } from "../list/Notices";
import { columnsOf, isBare, useBoard } from "../queries";
import { BoardFrame, ColumnFrame } from "./ColumnFrame";
import type { ColumnsProps } from "./Columns";

const Columns = ahead(() => import("./Columns"));
// While the cards are on their way.
void Columns.fetch();

type BoardProps = Omit<ColumnsProps, "queries" | "shown"> & { newTask: ReactNode; onClear: () => void };

export function Board({ newTask, onClear, ...rest }: BoardProps) {
  const { project, query, today } = rest;
  const queries = useBoard(project.id, query, today);
  const shown = columnsOf(query, today);
  const asked = shown.map((status) => queries[status]);
  const failed = asked.filter((one) => one.isError && !one.data);
  const [first] = failed;
  if (first) {
    const retry = () => {
      failed.forEach((one) => void one.refetch());
    };
    return <Failure title={strings.board.failed} failure={asFailure(first.error)} onRetry={retry} />;
  }
  if (asked.every(isBare)) {
    if (isFiltered(query)) return <NothingMatches onClear={onClear} />;
    return <Empty icon={ClipboardList} title={strings.board.empty} text={strings.board.emptyText} action={newTask} />;
  }
  const waiting = (
    <BoardFrame name={project.name}>
      {shown.map((status) => (
        <ColumnFrame key={status} status={status}>
          <Skeletons count={3} className="h-18 w-full rounded-lg" />
        </ColumnFrame>
      ))}
    </BoardFrame>
  );
  return (
    <div className="flex h-full flex-col">
      <NotUpToDate of={asked} timeZone={rest.me.timeZone} />
      <div className="min-h-0 flex-1">
        <Suspense fallback={waiting}>
          <Columns {...rest} queries={queries} shown={shown} />
        </Suspense>
      </div>
    </div>
  );
}
