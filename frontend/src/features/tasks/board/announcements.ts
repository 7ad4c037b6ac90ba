// What screen readers hear while a card is carried.
import type { Active, Announcements, Over } from "@dnd-kit/core";
import { hasSortableData } from "@dnd-kit/sortable";
import type { Status } from "../../../api/types";
import { strings } from "../../../strings";
import { STATUSES } from "../status";
import { statusOf, type Arrangement } from "./arrangement";

const words = strings.board;

function ownPlace(board: Arrangement, cardId: string): string {
  const status = statusOf(board, cardId) ?? "OPEN";
  const index = board[status].findIndex((card) => card.id === cardId);
  return words.over(strings.tasks.statuses[status], index + 1, board[status].length);
}

function placeOver(over: Over, cardId: string): string {
  if (!hasSortableData(over)) return words.over(strings.tasks.statuses[over.id as Status], 1, 1);
  const { containerId, index, items } = over.data.current.sortable;
  const count = items.includes(cardId) ? items.length : items.length + 1;
  return words.over(strings.tasks.statuses[containerId as Status], index + 1, count);
}

/** `hasMoved` is false until the card has left the place it was picked up from. */
export function announcements(board: Arrangement, hasMoved: () => boolean): Announcements {
  const titleOf = ({ id }: Active) =>
    STATUSES.flatMap((status) => board[status]).find((card) => card.id === id)?.title ?? "";
  const where = (over: Over, { id }: Active) =>
    over.id === id ? ownPlace(board, String(id)) : placeOver(over, String(id));
  return {
    onDragStart: ({ active }) => words.picked(titleOf(active), ownPlace(board, String(active.id))),
    onDragOver: ({ active, over }) => {
      if (!over) return words.nowhere;
      // A card is over itself right after it was picked up, which has just been said.
      return over.id === active.id && !hasMoved() ? undefined : where(over, active);
    },
    onDragEnd: ({ active, over }) =>
      over ? words.dropped(titleOf(active), where(over, active)) : words.putBack(titleOf(active)),
    onDragCancel: ({ active }) => words.putBack(titleOf(active)),
  };
}
