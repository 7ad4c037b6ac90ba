// Carrying a card over the board: the arrangement while it is in the air, and the move once it is dropped.
import {
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  type Over,
} from "@dnd-kit/core";
import { hasSortableData } from "@dnd-kit/sortable";
import { useState } from "react";
import type { Status, TaskCard } from "../../../api/types";
import type { Place } from "../cache";
import { STATUSES } from "../status";
import { placed, placeOf, statusOf, type Arrangement } from "./arrangement";
import { boardCollisions } from "./collisions";
import { createJourney } from "./journey";
import { arrowKeys } from "./keyboard";

type Carried = { card: TaskCard; board: Arrangement };

/** Shown in place of `before`: the lists take a moment to tell of the move, and the card must not jump back. */
type Landed = { before: Arrangement; board: Arrangement };

function target(over: Over): { status: Status; index: number } {
  if (!hasSortableData(over)) return { status: over.id as Status, index: 0 };
  const { containerId, index } = over.data.current.sortable;
  return { status: containerId as Status, index };
}

/** Whether the carried card's middle lies below the middle of the card it is over. */
function isBelow({ active, over }: DragOverEvent): boolean {
  const carried = active.rect.current.translated;
  return Boolean(carried && over && carried.top + carried.height / 2 > over.rect.top + over.rect.height / 2);
}

// A drop ends with a click on the card's link; the card was moved, not opened.
function swallowNextClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true });
  setTimeout(() => {
    window.removeEventListener("click", swallow, { capture: true });
  }, 50);
}

function isSame(one: TaskCard[], other: TaskCard[]): boolean {
  return one.length === other.length && one.every((card, index) => card.id === other[index]?.id);
}

function setOut() {
  const journey = createJourney();
  return { journey, coordinateGetter: arrowKeys(journey), collisionDetection: boardCollisions(journey) };
}

type Carrying = {
  /** The same object for as long as nothing on it changes. */
  board: Arrangement;
  shown: readonly Status[];
  /** False where the columns stand in another order than the team's own: a card has no place in that. */
  ranked: boolean;
  onMove: (card: TaskCard, place: Place) => void;
};

export function useCarry({ board, shown: columns, ranked, onMove }: Carrying) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const [landed, setLanded] = useState<Landed | null>(null);
  const [{ journey, coordinateGetter, collisionDetection }] = useState(setOut);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter,
      keyboardCodes: { start: ["Space"], cancel: ["Escape"], end: ["Space", "Enter"] },
    }),
  );

  const onDragStart = ({ active }: DragStartEvent) => {
    const card = STATUSES.flatMap((status) => board[status]).find((other) => other.id === active.id);
    if (!card) return;
    journey.begin(card, board, columns);
    setCarried({ card, board });
  };

  const onDragOver = (event: DragOverEvent) => {
    const { over } = event;
    // Over its own place, which for a moment after a change of column is still known as the old one.
    if (!carried || !over || over.id === carried.card.id) return;
    const { card, board: shown } = carried;
    const { status, index } = target(over);
    if (statusOf(shown, card.id) === status) return;
    const byKey = journey.heading() !== null;
    const next = placed(shown, card, status, !byKey && isBelow(event) ? index + 1 : index);
    journey.rearranged(next);
    if (byKey) journey.headFor(card.id);
    setCarried({ card, board: next });
  };

  const finish = () => {
    journey.end();
    setCarried(null);
  };

  /** Moves the card to where it lies in `final`. */
  const land = (card: TaskCard, final: Arrangement) => {
    const place = placeOf(final, card.id);
    if (!place || isSame(final[place.status], board[place.status])) return;
    if (!ranked && place.status === card.status) return;
    setLanded({ before: board, board: final });
    onMove(card, ranked ? place : { status: place.status });
  };

  const drop = ({ card, board: shown }: Carried, over: Over) => {
    const { status, index } = target(over);
    land(card, over.id === card.id ? shown : placed(shown, card, status, index));
  };

  const onDragEnd = ({ over, activatorEvent }: DragEndEvent) => {
    if (!(activatorEvent instanceof KeyboardEvent)) swallowNextClick();
    if (carried && over) drop(carried, over);
    finish();
  };

  const resting = landed?.before === board ? landed.board : board;
  return {
    carried: carried?.card ?? null,
    board: carried?.board ?? resting,
    land,
    hasMoved: () => journey.heading() !== null,
    context: { sensors, collisionDetection, onDragStart, onDragOver, onDragEnd, onDragCancel: finish },
  };
}
