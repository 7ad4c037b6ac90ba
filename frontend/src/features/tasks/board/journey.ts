// What the board knows of a card in the air, for sensors that ask between two drawings of the page.
import type { Status, TaskCard } from "../../../api/types";
import { nextStatuses, STATUSES } from "../status";
import type { Arrangement } from "./arrangement";

/** The card a keyboard heads for, or the column when that is empty. */
export type Heading = string;

export type Journey = {
  /** `shown` are the columns on the page: a filter hides others. */
  begin: (card: TaskCard, board: Arrangement, shown?: readonly Status[]) => void;
  rearranged: (board: Arrangement) => void;
  /** Null while a pointer leads. */
  heading: () => Heading | null;
  headFor: (id: Heading) => void;
  end: () => void;
  cardIds: (status: Status) => string[];
  /** Whether the card may be dropped in that column. */
  takes: (status: Status) => boolean;
};

export function createJourney(): Journey {
  let card: TaskCard | null = null;
  let board: Arrangement | null = null;
  let heading: Heading | null = null;
  let columns: readonly Status[] = STATUSES;
  return {
    begin: (taken, around, shown = STATUSES) => {
      card = taken;
      board = around;
      columns = shown;
      heading = null;
    },
    rearranged: (around) => {
      board = around;
    },
    heading: () => heading,
    headFor: (id) => {
      heading = id;
    },
    end: () => {
      card = board = heading = null;
    },
    cardIds: (status) => board?.[status].map(({ id }) => id) ?? [],
    takes: (status) => card !== null && columns.includes(status) && takes(card.status, status),
  };
}

export function takes(from: Status, status: Status): boolean {
  return status === from || nextStatuses(from, "ADMIN").includes(status);
}

export function neighbourColumn(from: Status, step: 1 | -1, journey: Journey): Status | undefined {
  const at = STATUSES.indexOf(from);
  const ahead = step === 1 ? STATUSES.slice(at + 1) : STATUSES.slice(0, at).reverse();
  return ahead.find(journey.takes);
}
