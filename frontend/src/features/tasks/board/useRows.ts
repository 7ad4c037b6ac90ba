// Which cards of a column are drawn: all of a short one; of a long one those in sight, some around them, and the current one.
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useRef, useSyncExternalStore, type RefObject } from "react";
import type { TaskCard } from "../../../api/types";
import { useArea } from "../keys/area";

// A column of this many is whole in the page, where the browser's search and a screen reader find every card.
const WHOLE_UP_TO = 30;
// Pixels: a card with one line of title and a line below it, and what lies between two.
const USUAL_HEIGHT = 76;
const GAP = 8;
const AROUND = 6;

export type Row = {
  card: TaskCard;
  index: number;
  /** Pixels from the top of the list; set in a long column alone. */
  top?: number;
};

type Rows = {
  list: RefObject<HTMLUListElement | null>;
  rows: Row[];
  /** Set in a long column alone. */
  height?: number;
  measure?: (row: HTMLElement | null) => void;
};

/** Its card stays drawn wherever the column is scrolled to: it has the focus, or is carried. */
function useCurrentIndex(cards: TaskCard[]): number {
  const { marks } = useArea();
  return useSyncExternalStore(marks.subscribe, () => cards.findIndex(({ id }) => id === marks.current()));
}

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((one, other) => one - other);
}

export function useRows(cards: TaskCard[]): Rows {
  const list = useRef<HTMLUListElement>(null);
  const current = useCurrentIndex(cards);
  const isLong = cards.length > WHOLE_UP_TO;
  // The rows are drawn here from what it says, never handed on as functions that would go stale.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: cards.length,
    enabled: isLong,
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), current), [current]),
    initialRect: { width: 0, height: window.innerHeight },
    overscan: AROUND,
    gap: GAP,
    paddingStart: GAP / 2,
  });
  if (!isLong) return { list, rows: cards.map((card, index) => ({ card, index })) };
  const rows = virtual.getVirtualItems().flatMap(({ index, start }) => {
    const card = cards[index];
    return card ? [{ card, index, top: start }] : [];
  });
  return { list, rows, height: virtual.getTotalSize(), measure: virtual.measureElement };
}
