// The columns of a board and the cards that an admin carries between them.
import { DndContext, DragOverlay } from "@dnd-kit/core";
import { useEffect, useMemo, useRef, useState } from "react";
import type { People, Project, Status, TaskCard, User } from "../../../api/types";
import { strings } from "../../../strings";
import type { Place } from "../cache";
import { useMoveTask } from "../changes";
import { isFiltered, type TaskQuery } from "../filters/taskQuery";
import { focusTask } from "../keys/area";
import { WorkArea } from "../keys/WorkArea";
import { cardsIn, type BoardQueries, type CardsQuery } from "../queries";
import { isDone, STATUSES } from "../status";
import { useTaskLink } from "../taskLinks";
import { announcements } from "./announcements";
import { placed, type Arrangement } from "./arrangement";
import { Card } from "./Card";
import { Column, type CardContext } from "./Column";
import { BoardFrame } from "./ColumnFrame";
import { takes } from "./journey";
import { useCarry } from "./useCarry";

export type ColumnsProps = {
  project: Pick<Project, "id" | "name" | "archived">;
  query: TaskQuery;
  /** The address's query, kept by the links to tasks. */
  search: string;
  me: User;
  people: People;
  today: string;
  queries: BoardQueries;
  /** The columns that the filter leaves. */
  shown: Status[];
};

const NO_CARDS: TaskCard[] = [];

/** Slow enough that a finger at the edge of a phone can let go at the next column. */
const AUTO_SCROLL = { acceleration: 4, threshold: { x: 0.1, y: 0.2 } };

/** The same array until the query has news; empty for a column that isn't shown. */
function useCardsOf({ data }: CardsQuery, isShown: boolean): TaskCard[] {
  return useMemo(() => (isShown ? cardsIn(data) : NO_CARDS), [data, isShown]);
}

function useArrangement(queries: BoardQueries, shown: readonly Status[]): Arrangement {
  const OPEN = useCardsOf(queries.OPEN, shown.includes("OPEN"));
  const IN_PROGRESS = useCardsOf(queries.IN_PROGRESS, shown.includes("IN_PROGRESS"));
  const UNDER_REVIEW = useCardsOf(queries.UNDER_REVIEW, shown.includes("UNDER_REVIEW"));
  const COMPLETED = useCardsOf(queries.COMPLETED, shown.includes("COMPLETED"));
  const CLOSED = useCardsOf(queries.CLOSED, shown.includes("CLOSED"));
  return useMemo(
    () => ({ OPEN, IN_PROGRESS, UNDER_REVIEW, COMPLETED, CLOSED }),
    [OPEN, IN_PROGRESS, UNDER_REVIEW, COMPLETED, CLOSED],
  );
}

/** After a move the card is drawn anew elsewhere; the focus follows it there. */
function useFollow(): (taskId: string) => void {
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === null) return;
    focusTask(followed.current);
    followed.current = null;
  });
  return (taskId) => {
    followed.current = taskId;
  };
}

/** A function that stays the same and does what it was last given. */
function useSteady<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const [steady] = useState(() => (...given: Given) => {
    latest.current(...given);
  });
  return steady;
}

/** What is unfinished is all there is to do; with nothing of it the first column says so. */
function emptyTextOf(status: Status, board: Arrangement, query: TaskQuery): string {
  const isIdle = STATUSES.every((one) => isDone(one) || board[one].length === 0);
  return status === "OPEN" && isIdle && !isFiltered(query) ? strings.finding.allDone : strings.board.columnEmpty;
}

export default function Columns({ project, query, search, me, people, today, queries, shown }: ColumnsProps) {
  const move = useMoveTask();
  const link = useTaskLink(`/projects/${project.id}`, search);
  const [said, setSaid] = useState("");
  const current = useArrangement(queries, shown);
  const follow = useFollow();
  // A person's tasks come by due date and found ones by age, whichever column they are in.
  const ranked = !query.assignee && !query.q;

  const onMove = (card: TaskCard, place: Place) => {
    follow(card.id);
    move(card, place);
  };
  const { board, carried, land, hasMoved, context } = useCarry({ board: current, shown, ranked, onMove });

  const moveByMenu = (card: TaskCard, status: Status, index: number) => {
    land(card, placed(current, card, status, index));
    setSaid(strings.board.movedTo(card.title, strings.tasks.statuses[status]));
  };
  // Below cards that aren't loaded: the server alone knows where a column ends.
  const moveToEnd = (card: TaskCard) => {
    move(card, { status: card.status });
    setSaid(strings.board.movedTo(card.title, strings.tasks.statuses[card.status]));
  };
  const onStatus = useSteady((card: TaskCard, status: Status) => {
    moveByMenu(card, status, current[status].length);
  });
  const onIndex = useSteady((card: TaskCard, index: number | "end") => {
    if (index === "end") moveToEnd(card);
    else moveByMenu(card, card.status, index);
  });

  const cardContext = useMemo<CardContext>(
    () => ({ people, today, ranked, link, onStatus, onIndex }),
    [people, today, ranked, link, onStatus, onIndex],
  );
  const cards = useMemo(() => STATUSES.flatMap((status) => current[status]), [current]);
  const order = useMemo(() => STATUSES.map((status) => current[status].map((card) => card.id)), [current]);

  return (
    <WorkArea me={me} people={people} today={today} cards={cards} order={order} frozen={carried !== null}>
      <DndContext
        {...context}
        autoScroll={AUTO_SCROLL}
        accessibility={{ announcements: announcements(board, hasMoved), screenReaderInstructions: { draggable: strings.board.instructions } }}
      >
        <BoardFrame name={project.name} isCarrying={carried !== null}>
          {shown.map((status) => (
            <Column
              key={status}
              addTo={project.archived || isFiltered({ ...query, status: [] }) ? null : project.id}
              status={status}
              cards={board[status]}
              query={queries[status]}
              closed={carried !== null && !takes(carried.status, status)}
              emptyText={emptyTextOf(status, board, query)}
              context={cardContext}
            />
          ))}
        </BoardFrame>
        <p role="status" className="sr-only">
          {said}
        </p>
        <DragOverlay dropAnimation={null}>
          {carried ? <Card card={carried} people={people} today={today} link={link(carried.id)} floating /> : null}
        </DragOverlay>
      </DndContext>
    </WorkArea>
  );
}
