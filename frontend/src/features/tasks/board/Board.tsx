// The board of a project: five columns between which an admin moves cards.
import { DndContext, DragOverlay, MeasuringStrategy } from "@dnd-kit/core";
import { ClipboardList } from "lucide-react";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { asFailure } from "../../../api/problem";
import type { People, Project, Status, TaskCard } from "../../../api/types";
import { strings } from "../../../strings";
import { Empty, Failure } from "../../../ui/Notice";
import type { Place } from "../cache";
import { cardsIn, useBoard, useMoveTask, type BoardQueries, type CardsQuery } from "../queries";
import { STATUSES } from "../status";
import { useTaskLink } from "../taskLinks";
import { announcements } from "./announcements";
import { placed, type Arrangement } from "./arrangement";
import { Card } from "./Card";
import { Column } from "./Column";
import { takes } from "./journey";
import { cardLinkId } from "./SortableCard";
import { useCarry } from "./useCarry";

type BoardProps = { project: Pick<Project, "id" | "name">; people: People; today: string; newTask: ReactNode };

export function Board({ project, people, today, newTask }: BoardProps) {
  const queries = useBoard(project.id);
  const all = STATUSES.map((status) => queries[status]);
  const failed = all.filter((query) => query.isError && !query.data);
  const [first] = failed;
  if (first) {
    const retry = () => {
      failed.forEach((query) => void query.refetch());
    };
    return <Failure title={strings.board.failed} failure={asFailure(first.error)} onRetry={retry} />;
  }
  if (all.every((query) => query.isSuccess && !query.hasNextPage && cardsIn(query.data).length === 0))
    return <Empty icon={ClipboardList} title={strings.board.empty} text={strings.board.emptyText} action={newTask} />;
  return <Columns project={project} people={people} today={today} queries={queries} />;
}

function useArrangement(queries: BoardQueries): Arrangement {
  const OPEN = useCardsOf(queries.OPEN);
  const IN_PROGRESS = useCardsOf(queries.IN_PROGRESS);
  const UNDER_REVIEW = useCardsOf(queries.UNDER_REVIEW);
  const COMPLETED = useCardsOf(queries.COMPLETED);
  const CLOSED = useCardsOf(queries.CLOSED);
  return useMemo(
    () => ({ OPEN, IN_PROGRESS, UNDER_REVIEW, COMPLETED, CLOSED }),
    [OPEN, IN_PROGRESS, UNDER_REVIEW, COMPLETED, CLOSED],
  );
}

/** The same array until the query has news. */
function useCardsOf({ data }: CardsQuery): TaskCard[] {
  return useMemo(() => cardsIn(data), [data]);
}

/** After a move the card is drawn anew elsewhere; the focus follows it there. */
function useFollow(): (taskId: string) => void {
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === null) return;
    document.getElementById(cardLinkId(followed.current))?.focus();
    followed.current = null;
  });
  return (taskId) => {
    followed.current = taskId;
  };
}

function Columns({ project, people, today, queries }: Omit<BoardProps, "newTask"> & { queries: BoardQueries }) {
  const move = useMoveTask();
  const link = useTaskLink(`/projects/${project.id}`);
  const [said, setSaid] = useState("");
  const current = useArrangement(queries);
  const follow = useFollow();

  const onMove = (card: TaskCard, place: Place) => {
    follow(card.id);
    move(card, place);
  };
  const { board, carried, land, hasMoved, context } = useCarry({ board: current, onMove });

  const moveByMenu = (card: TaskCard, status: Status, index: number) => {
    land(card, placed(current, card, status, index));
    setSaid(strings.board.movedTo(card.title, strings.tasks.statuses[status]));
  };

  return (
    <DndContext
      {...context}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      accessibility={{ announcements: announcements(board, hasMoved), screenReaderInstructions: { draggable: strings.board.instructions } }}
    >
      <div
        role="group"
        aria-label={strings.board.label(project.name)}
        className="flex h-full snap-x snap-proximity scroll-px-4 items-start gap-3 overflow-x-auto px-4 pb-4 md:snap-none"
      >
        {STATUSES.map((status) => (
          <Column
            key={status}
            projectId={project.id}
            status={status}
            cards={board[status]}
            query={queries[status]}
            people={people}
            today={today}
            closed={carried !== null && !takes(carried.status, status)}
            link={link}
            onStatus={(card, next) => {
              moveByMenu(card, next, current[next].length);
            }}
            onIndex={(card, index) => {
              moveByMenu(card, card.status, index);
            }}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <DragOverlay dropAnimation={null}>
        {carried ? <Card card={carried} people={people} today={today} link={link(carried.id)} floating /> : null}
      </DragOverlay>
    </DndContext>
  );
}
