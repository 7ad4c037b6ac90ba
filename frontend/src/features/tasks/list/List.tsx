// The tasks of a project as rows in one order, page after page as one scrolls.
import { ClipboardList } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { asFailure } from "../../../api/problem";
import type { People, Project, User } from "../../../api/types";
import { strings } from "../../../strings";
import { LoadMore } from "../../../ui/LoadMore";
import { NotUpToDate } from "../../../ui/NotUpToDate";
import { Empty, Failure } from "../../../ui/Notice";
import { Skeletons } from "../../../ui/Skeleton";
import { isFiltered, sortOf, type TaskQuery } from "../filters/taskQuery";
import { WorkArea } from "../keys/WorkArea";
import { cardsIn, isBare, useProjectTasks } from "../queries";
import { useTaskLink } from "../taskLinks";
import { AllDone, isAllDone, NothingMatches } from "./Notices";
import { TaskRow } from "./TaskRow";

type ListProps = {
  project: Pick<Project, "id" | "name">;
  query: TaskQuery;
  /** The address's query, kept by the links to tasks. */
  search: string;
  me: User;
  people: People;
  today: string;
  newTask: ReactNode;
  onClear: () => void;
};

const words = strings.finding;

export default function List({ project, query, search, me, people, today, newTask, onClear }: ListProps) {
  const tasks = useProjectTasks(project.id, query, sortOf(query), today);
  const link = useTaskLink(`/projects/${project.id}`, search);
  const cards = useMemo(() => cardsIn(tasks.data), [tasks.data]);
  const order = useMemo(() => [cards.map((card) => card.id)], [cards]);
  const filtered = isFiltered(query);

  if (tasks.isPending || (tasks.isPlaceholderData && cards.length === 0)) return <Skeletons count={8} className="h-9 w-full" />;
  if (!tasks.data) return <Failure title={words.list.failed} failure={asFailure(tasks.error)} onRetry={() => void tasks.refetch()} />;
  if (isBare(tasks))
    return filtered ? <NothingMatches onClear={onClear} /> : <Empty icon={ClipboardList} title={strings.board.empty} text={strings.board.emptyText} action={newTask} />;
  return (
    <WorkArea me={me} people={people} today={today} cards={cards} order={order}>
      <NotUpToDate of={[tasks]} timeZone={me.timeZone} />
      {!filtered && isAllDone(cards, tasks.hasNextPage) ? <AllDone /> : null}
      <ul
        aria-label={words.list.label(project.name)}
        aria-busy={tasks.isPlaceholderData}
        className={`divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface transition-opacity ${tasks.isPlaceholderData ? "opacity-60" : ""} ${cards.length === 0 ? "hidden" : ""}`}
      >
        {cards.map((card) => (
          <TaskRow key={card.id} card={card} me={me} people={people} today={today} link={link} />
        ))}
      </ul>
      {tasks.hasNextPage ? <LoadMore busy={tasks.isFetchingNextPage} onMore={() => void tasks.fetchNextPage()} /> : null}
      <p role="status" className="px-1 py-2 text-xs text-muted">
        {words.list.shown(cards.length, tasks.hasNextPage)}
      </p>
    </WorkArea>
  );
}
