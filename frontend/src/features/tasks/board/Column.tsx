// One status of the board: its name and count, its cards, the next page of them, and a box to add one.
import { useDroppable } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { People, Status, TaskCard } from "../../../api/types";
import { strings } from "../../../strings";
import { LoadMore } from "../../../ui/LoadMore";
import { Skeletons } from "../../../ui/Skeleton";
import type { CardsQuery } from "../queries";
import { StatusGlyph } from "../StatusGlyph";
import type { TaskLink } from "../taskLinks";
import { MoveMenu } from "./MoveMenu";
import { QuickAdd } from "./QuickAdd";
import { SortableCard } from "./SortableCard";

// A new task is Open or, one step on, In progress; nothing starts out reviewed or done.
const BIRTHPLACES: Status[] = ["OPEN", "IN_PROGRESS"];

type ColumnProps = {
  projectId: string;
  status: Status;
  cards: TaskCard[];
  query: CardsQuery;
  people: People;
  today: string;
  /** Set while a card is carried that this column doesn't take. */
  closed: boolean;
  link: (taskId: string) => TaskLink;
  onStatus: (card: TaskCard, status: Status) => void;
  onIndex: (card: TaskCard, index: number) => void;
};

export function Column({ projectId, status, cards, query, people, today, closed, link, onStatus, onIndex }: ColumnProps) {
  const { setNodeRef } = useDroppable({ id: status });
  const name = strings.tasks.statuses[status];
  return (
    <section
      ref={setNodeRef}
      aria-label={name}
      className={`flex h-full w-[84vw] max-w-(--column-widest) min-w-(--column-narrowest) shrink-0 snap-start flex-col rounded-xl bg-column transition-opacity sm:w-auto sm:flex-1 ${closed ? "opacity-45" : ""}`}
    >
      <ColumnHead status={status} count={cards.length} more={query.hasNextPage} loading={query.isPending} />
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {query.isPending ? (
          <Skeletons count={3} className="h-18 w-full rounded-lg" />
        ) : (
          <SortableContext id={status} items={cards.map((card) => card.id)} strategy={verticalListSortingStrategy}>
            <ul className="flex flex-col gap-2 pt-px">
              {cards.map((card, index) => (
                <SortableCard
                  key={card.id}
                  card={card}
                  people={people}
                  today={today}
                  link={link(card.id)}
                  menu={<MoveMenu card={card} index={index} count={cards.length} onStatus={onStatus} onIndex={onIndex} />}
                />
              ))}
            </ul>
          </SortableContext>
        )}
        {query.isSuccess && cards.length === 0 ? <p className="px-2 py-3 text-sm text-muted">{strings.board.columnEmpty}</p> : null}
        {query.hasNextPage ? <LoadMore busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} /> : null}
        {BIRTHPLACES.includes(status) ? (
          <div className="pt-2">
            <QuickAdd projectId={projectId} status={status} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

type ColumnHeadProps = { status: Status; count: number; more: boolean; loading: boolean };

function ColumnHead({ status, count, more, loading }: ColumnHeadProps) {
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 px-3">
      <StatusGlyph status={status} />
      <h2 className="text-sm font-medium">{strings.tasks.statuses[status]}</h2>
      {loading ? null : (
        <span className="text-sm text-muted" title={strings.board.countWords(count, more)}>
          {strings.board.count(count, more)}
        </span>
      )}
    </header>
  );
}
