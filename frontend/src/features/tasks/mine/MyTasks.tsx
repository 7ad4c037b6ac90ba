// The tasks assigned to one person, grouped by when they are due.
import { Inbox } from "lucide-react";
import { useEffect, useMemo, type ReactNode } from "react";
import { useLocation } from "react-router";
import { asFailure } from "../../../api/problem";
import type { People, User } from "../../../api/types";
import { strings } from "../../../strings";
import { LoadMore } from "../../../ui/LoadMore";
import { NotUpToDate } from "../../../ui/NotUpToDate";
import { Empty, Failure } from "../../../ui/Notice";
import { Skeletons } from "../../../ui/Skeleton";
import { WorkArea } from "../keys/WorkArea";
import { AllDone, isAllDone } from "../list/Notices";
import { TaskRow } from "../list/TaskRow";
import { cardsIn, useTasksOf } from "../queries";
import { useTaskLink } from "../taskLinks";
import { byDue, type Group } from "./dueGroups";

type MyTasksProps = { me: User; people: People; projectNames: ReadonlyMap<string, string>; today: string };

/** As soon as the tasks are there, what is read begins at the group that the address names. */
function useNamedGroup(areThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    const group = areThere ? document.getElementById(hash.slice(1)) : null;
    group?.scrollIntoView();
    group?.focus({ preventScroll: true });
  }, [hash, areThere]);
}

export function MyTasks({ me, people, projectNames, today }: MyTasksProps) {
  const query = useTasksOf(me.id);
  const link = useTaskLink("/my-tasks");
  const cards = useMemo(() => cardsIn(query.data), [query.data]);
  const groups = useMemo(() => byDue(cards, today), [cards, today]);
  const order = useMemo(() => [groups.flatMap((group) => group.cards.map((card) => card.id))], [groups]);
  useNamedGroup(query.isSuccess);

  if (query.isPending) return <Skeletons count={6} className="h-9 w-full" />;
  if (!query.data) return <Failure title={strings.mine.failed} failure={asFailure(query.error)} onRetry={() => void query.refetch()} />;
  if (cards.length === 0 && !query.hasNextPage) return <Empty icon={Inbox} title={strings.mine.empty} text={strings.mine.emptyText} />;
  return (
    <WorkArea me={me} people={people} today={today} cards={cards} order={order}>
      <NotUpToDate of={[query]} timeZone={me.timeZone} />
      {isAllDone(cards, query.hasNextPage) ? <AllDone /> : null}
      {groups.map(({ group, cards: found }) => (
        <TaskGroup key={group} group={group} count={found.length}>
          {found.map((card) => (
            <TaskRow key={card.id} card={card} me={me} people={people} project={projectNames.get(card.projectId)} today={today} link={link} />
          ))}
        </TaskGroup>
      ))}
      {query.hasNextPage ? <LoadMore busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} /> : null}
    </WorkArea>
  );
}

function TaskGroup({ group, count, children }: { group: Group; count: number; children: ReactNode }) {
  const name = strings.mine.groups[group];
  return (
    <section id={group} tabIndex={-1} aria-label={name} className="mb-6 outline-none">
      <h2 className="flex items-baseline gap-2 px-2 pb-1.5 text-sm font-medium">
        <span className={group === "overdue" ? "text-danger" : ""}>{name}</span>
        <span className="font-normal text-muted">{count}</span>
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">{children}</ul>
    </section>
  );
}
