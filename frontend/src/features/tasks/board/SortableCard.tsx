// A card that can be carried: by mouse, by a long press, or by Space on its title.
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { memo, useCallback, useEffect } from "react";
import type { People, Status, TaskCard } from "../../../api/types";
import { taskLinkId, useArea, useMarked } from "../keys/area";
import type { TaskLink } from "../taskLinks";
import { Card } from "./Card";
import { MoveMenu } from "./MoveMenu";
import type { Row } from "./useRows";

type FaceProps = {
  card: TaskCard;
  index: number;
  count: number;
  /** Whether the column has cards that were not asked for yet. */
  more: boolean;
  ranked: boolean;
  people: People;
  today: string;
  link: (taskId: string) => TaskLink;
  onStatus: (card: TaskCard, status: Status) => void;
  onIndex: (card: TaskCard, index: number | "end") => void;
};

type SortableCardProps = FaceProps & {
  top: Row["top"];
  measure: ((row: HTMLElement | null) => void) | undefined;
};

/** Where a card of a long column is, for the page and for a screen reader, neither of which sees those that aren't drawn. */
function placeIn({ index, count, more, top }: Pick<SortableCardProps, "index" | "count" | "more" | "top">) {
  if (top === undefined) return { row: {}, style: {} };
  return {
    row: { "data-index": index, "aria-posinset": index + 1, "aria-setsize": more ? -1 : count },
    style: { position: "absolute", insetInline: 0, top } as const,
  };
}

export const SortableCard = memo(function SortableCard({ top, measure, ...face }: SortableCardProps) {
  const { card, index, count, more } = face;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: card.id });
  const { marks } = useArea();
  const place = placeIn({ index, count, more, top });
  const draw = useCallback(
    (row: HTMLElement | null) => {
      setNodeRef(row);
      measure?.(row);
    },
    [setNodeRef, measure],
  );
  useEffect(() => {
    if (isDragging) marks.visit(card.id);
  }, [isDragging, marks, card.id]);
  return (
    <li
      ref={draw}
      {...listeners}
      {...place.row}
      data-task-id={card.id}
      style={{ ...place.style, transform: CSS.Translate.toString(transform), transition }}
      className={`touch-manipulation list-none ${isDragging ? "opacity-35" : ""}`}
    >
      <Face {...face} describedBy={attributes["aria-describedby"]} linkRef={setActivatorNodeRef} />
    </li>
  );
});

/** Drawn again only when something on it changes: while a card is carried every row around it moves many times. */
const Face = memo(function Face({
  card,
  people,
  today,
  link,
  describedBy,
  linkRef,
  ...place
}: FaceProps & { describedBy: string; linkRef: (element: HTMLElement | null) => void }) {
  const { current, selected } = useMarked(card.id);
  const stop = current ? 0 : -1;
  return (
    <Card
      card={card}
      people={people}
      today={today}
      selected={selected}
      linkRef={linkRef}
      link={{ ...link(card.id), id: taskLinkId(card.id), tabIndex: stop, "aria-describedby": describedBy }}
      menu={<MoveMenu card={card} stop={stop} {...place} />}
    />
  );
});
