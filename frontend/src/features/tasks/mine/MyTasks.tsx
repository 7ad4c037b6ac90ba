// The tasks assigned to one person, grouped by when they are due.
import { Inbox } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { asFailure } from "../../../api/problem";
import type { People, TaskCard, User } from "../../../api/types";
import { strings } from "../../../strings";
import { Avatars } from "../../../ui/Avatar";
import { LoadMore } from "../../../ui/LoadMore";
import { Empty, Failure } from "../../../ui/Notice";
import { Skeletons } from "../../../ui/Skeleton";
import { DueDate } from "../DueDate";
import { facesOf } from "../faces";
import { Labels } from "../Labels";
import { PriorityBars } from "../PriorityBars";
import { cardsIn, useTasksOf } from "../queries";
import { isDone } from "../status";
import { StatusMenu } from "../StatusMenu";
import { useTaskLink } from "../taskLinks";
import { byDue, type Group } from "./dueGroups";

type MyTasksProps = { me: User; people: People; projectNames: ReadonlyMap<string, string>; today: string };

export function MyTasks({ me, people, projectNames, today }: MyTasksProps) {
  const query = useTasksOf(me.id);
  if (query.isPending) return <Skeletons count={6} className="h-10 w-full" />;
  if (!query.data) return <Failure title={strings.mine.failed} failure={asFailure(query.error)} onRetry={() => void query.refetch()} />;
  const cards = cardsIn(query.data);
  if (cards.length === 0 && !query.hasNextPage) return <Empty icon={Inbox} title={strings.mine.empty} text={strings.mine.emptyText} />;
  return (
    <>
      {byDue(cards, today).map(({ group, cards: found }) => (
        <TaskGroup key={group} group={group} count={found.length}>
          {found.map((card) => (
            <TaskRow key={card.id} card={card} me={me} people={people} project={projectNames.get(card.projectId)} today={today} />
          ))}
        </TaskGroup>
      ))}
      {query.hasNextPage ? <LoadMore busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} /> : null}
    </>
  );
}

function TaskGroup({ group, count, children }: { group: Group; count: number; children: ReactNode }) {
  const name = strings.mine.groups[group];
  return (
    <section aria-label={name} className="mb-6">
      <h2 className="flex items-baseline gap-2 px-2 pb-1.5 text-sm font-medium">
        <span className={group === "overdue" ? "text-danger" : ""}>{name}</span>
        <span className="font-normal text-muted">{count}</span>
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">{children}</ul>
    </section>
  );
}

type TaskRowProps = { card: TaskCard; me: User; people: People; project: string | undefined; today: string };

function TaskRow({ card, me, people, project, today }: TaskRowProps) {
  const link = useTaskLink("/my-tasks");
  const others = facesOf(
    people,
    card.assigneeIds.filter((id) => id !== me.id),
  );
  return (
    <li className="relative flex items-center gap-2 px-2 py-1.5 transition-colors hover:bg-hover">
      <span className="relative z-10 flex">
        <StatusMenu card={card} role={me.role} bare />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-x-3 gap-y-0.5 sm:flex-row sm:items-center">
        <Link
          {...link(card.id)}
          className={`min-w-0 flex-1 truncate after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent ${isDone(card.status) ? "text-muted" : ""}`}
        >
          {card.title}
        </Link>
        <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
          <Labels labels={card.labels} />
          {project ? <span className="max-w-40 truncate text-xs text-muted sm:w-24">{project}</span> : null}
          <span className="flex items-center sm:w-28">
            <DueDate task={card} today={today} />
          </span>
        </div>
      </div>
      <PriorityBars priority={card.priority} />
      <span className="hidden w-16 justify-end sm:flex">
        <Avatars faces={others} label={strings.tasks.assignedTo(others.map((face) => face.name))} />
      </span>
    </li>
  );
}
