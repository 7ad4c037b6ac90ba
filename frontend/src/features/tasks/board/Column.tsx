// One status of the board: its name and count, its cards, the next page of them, and a box to add one.
import { useDroppable } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { memo, useMemo } from "react";
import type { People, Status, TaskCard } from "../../../api/types";
import { LoadMore } from "../../../ui/LoadMore";
import { Skeletons } from "../../../ui/Skeleton";
import type { CardsQuery } from "../queries";
import type { TaskLink } from "../taskLinks";
import { ColumnFrame } from "./ColumnFrame";
import { QuickAdd } from "./QuickAdd";
import { SortableCard } from "./SortableCard";
import { useRows } from "./useRows";

// A new task is Open or, one step on, In progress; nothing starts out reviewed or done.
const BIRTHPLACES: Status[] = ["OPEN", "IN_PROGRESS"];

/** What every card of the board is drawn with; the same functions for as long as the board is shown. */
export type CardContext = {
  people: People;
  today: string;
  ranked: boolean;
  link: (taskId: string) => TaskLink;
  onStatus: (card: TaskCard, status: Status) => void;
  onIndex: (card: TaskCard, index: number | "end") => void;
};

type ColumnProps = {
  /** Null where a new task might not show, as the board is narrowed. */
  addTo: string | null;
  status: Status;
  cards: TaskCard[];
  query: CardsQuery;
  /** Set while a card is carried that this column doesn't take. */
  closed: boolean;
  emptyText: string;
  context: CardContext;
};

export function Column({ addTo, status, cards, query, closed, emptyText, context }: ColumnProps) {
  const { setNodeRef } = useDroppable({ id: status });
  const loading = query.isPending || (query.isPlaceholderData && cards.length === 0);
  const isEmpty = !loading && query.isSuccess && cards.length === 0 && !query.hasNextPage;
  return (
    <ColumnFrame
      ref={setNodeRef}
      status={status}
      count={loading ? undefined : { shown: cards.length, more: query.hasNextPage }}
      dim={closed ? "closed" : query.isPlaceholderData ? "stale" : undefined}
    >
      {loading ? <Skeletons count={3} className="h-18 w-full rounded-lg" /> : <Cards status={status} cards={cards} more={query.hasNextPage} context={context} />}
      {isEmpty ? <p className="px-2 py-3 text-sm text-muted">{emptyText}</p> : null}
      {query.hasNextPage ? <LoadMore busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} /> : null}
      {addTo !== null && BIRTHPLACES.includes(status) ? (
        <div className="pt-2">
          <QuickAdd projectId={addTo} status={status} beyond={query.hasNextPage ? context.link : null} />
        </div>
      ) : null}
    </ColumnFrame>
  );
}

/** Drawn again only when its own cards change: a card carried over the board changes two columns of five. */
const Cards = memo(function Cards({ status, cards, more, context }: Pick<ColumnProps, "status" | "cards" | "context"> & { more: boolean }) {
  const ids = useMemo(() => cards.map((card) => card.id), [cards]);
  const { list, rows, height, measure } = useRows(cards);
  return (
    <SortableContext id={status} items={ids} strategy={verticalListSortingStrategy}>
      <ul ref={list} className="relative flex flex-col gap-2 pt-1" style={{ height }}>
        {rows.map(({ card, index, top }) => (
          <SortableCard key={card.id} card={card} index={index} count={cards.length} more={more} top={top} measure={measure} {...context} />
        ))}
      </ul>
    </SortableContext>
  );
});
