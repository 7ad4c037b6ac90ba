// A card that can be carried: by mouse, by a long press, or by Space on its title.
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { memo } from "react";
import type { People, Status, TaskCard } from "../../../api/types";
import { taskLinkId, useMarked } from "../keys/area";
import type { TaskLink } from "../taskLinks";
import { Card } from "./Card";
import { MoveMenu } from "./MoveMenu";

type SortableCardProps = {
  card: TaskCard;
  index: number;
  count: number;
  ranked: boolean;
  people: People;
  today: string;
  link: (taskId: string) => TaskLink;
  onStatus: (card: TaskCard, status: Status) => void;
  onIndex: (card: TaskCard, index: number) => void;
};

// Every card stays in the page, so that the keyboard, the browser's search and a screen reader reach it and a carried
// card can be measured against it; what is out of sight is neither laid out nor painted. The padding leaves room for
// the focus ring, which would be cut off at the edge of what is painted.
const spared = "-m-1 p-1 [contain-intrinsic-size:auto_88px] [content-visibility:auto]";

export const SortableCard = memo(function SortableCard({ card, people, today, link, ...place }: SortableCardProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: card.id });
  const { current, selected } = useMarked(card.id);
  const stop = current ? 0 : -1;
  return (
    <li
      ref={setNodeRef}
      {...listeners}
      data-task-id={card.id}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={`touch-manipulation list-none ${spared} ${isDragging ? "opacity-35" : ""}`}
    >
      <Card
        card={card}
        people={people}
        today={today}
        selected={selected}
        linkRef={setActivatorNodeRef}
        link={{ ...link(card.id), id: taskLinkId(card.id), tabIndex: stop, "aria-describedby": attributes["aria-describedby"] }}
        menu={<MoveMenu card={card} stop={stop} {...place} />}
      />
    </li>
  );
});
