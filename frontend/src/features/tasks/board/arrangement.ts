// The board as plain lists of cards, and what a card dropped among them means for the server.
import type { Status, TaskCard } from "../../../api/types";
import type { Place } from "../cache";
import { STATUSES } from "../status";

export type Arrangement = Record<Status, TaskCard[]>;

export function statusOf(board: Arrangement, taskId: string): Status | undefined {
  return STATUSES.find((status) => board[status].some((card) => card.id === taskId));
}

/** The board with a card taken out and put in at `index` of a column. */
export function placed(board: Arrangement, card: TaskCard, status: Status, index: number): Arrangement {
  const from = statusOf(board, card.id);
  const without = from ? { ...board, [from]: board[from].filter((other) => other.id !== card.id) } : board;
  const column = without[status];
  return { ...without, [status]: [...column.slice(0, index), card, ...column.slice(index)] };
}

/** The neighbours of a card where it lies now; a card alone in its column has none. */
export function placeOf(board: Arrangement, taskId: string): Place | undefined {
  const status = statusOf(board, taskId);
  if (!status) return undefined;
  const column = board[status];
  const index = column.findIndex((card) => card.id === taskId);
  const above = column[index - 1];
  const below = column[index + 1];
  return { status, ...(above ? { afterId: above.id } : {}), ...(below ? { beforeId: below.id } : {}) };
}
