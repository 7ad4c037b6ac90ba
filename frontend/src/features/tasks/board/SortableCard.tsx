// A card that can be carried: by mouse, by a long press, or by Space on its title.
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { memo, type ReactNode } from "react";
import type { People, TaskCard } from "../../../api/types";
import type { TaskLink } from "../taskLinks";
import { Card } from "./Card";

type SortableCardProps = { card: TaskCard; people: People; today: string; link: TaskLink; menu: ReactNode };

export const SortableCard = memo(function SortableCard({ card, people, today, link, menu }: SortableCardProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: card.id });
  return (
    <li
      ref={setNodeRef}
      {...listeners}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={`touch-manipulation list-none ${isDragging ? "opacity-35" : ""}`}
    >
      <Card
        card={card}
        people={people}
        today={today}
        linkRef={setActivatorNodeRef}
        link={{ ...link, id: cardLinkId(card.id), "aria-describedby": attributes["aria-describedby"] }}
        menu={menu}
      />
    </li>
  );
});

export function cardLinkId(taskId: string): string {
  return `card-${taskId}`;
}
