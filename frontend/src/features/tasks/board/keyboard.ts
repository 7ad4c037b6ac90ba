// Carrying a card with the arrow keys: up and down within a column, left and right to the next column that takes it.
import type { DroppableContainer, KeyboardCoordinateGetter, UniqueIdentifier } from "@dnd-kit/core";
import { hasSortableData } from "@dnd-kit/sortable";
import type { Status } from "../../../api/types";
import { neighbourColumn, type Heading, type Journey } from "./journey";

type Spot = { column: Status; index: number; ids: UniqueIdentifier[] };
type Containers = { get: (id: UniqueIdentifier) => DroppableContainer | undefined };

function spotOf(container: DroppableContainer | undefined): Spot | undefined {
  if (!container || !hasSortableData(container)) return undefined;
  const { containerId, index, items } = container.data.current.sortable;
  return { column: containerId as Status, index, ids: items };
}

/** Of the cards that are drawn the one nearest to a place; of a long column only those around its sight are. */
function nearest(ids: string[], index: number, isDrawn: (id: string) => boolean): string | undefined {
  const drawn = ids.flatMap((id, place) => (isDrawn(id) ? [{ id, away: Math.abs(place - index) }] : []));
  return drawn.sort((one, other) => one.away - other.away)[0]?.id;
}

/** Where an arrow leads from a spot; undefined at the board's edges. */
export function targetOf(arrow: string, { column, index, ids }: Spot, journey: Journey, isDrawn: (id: string) => boolean): Heading | undefined {
  if (arrow === "ArrowDown") return ids[index + 1] as Heading | undefined;
  if (arrow === "ArrowUp") return ids[index - 1] as Heading | undefined;
  const beside = neighbourColumn(column, arrow === "ArrowRight" ? 1 : -1, journey);
  if (!beside) return undefined;
  return nearest(journey.cardIds(beside), index, isDrawn) ?? beside;
}

export function arrowKeys(journey: Journey): KeyboardCoordinateGetter {
  return (event, { context }) => {
    if (!event.code.startsWith("Arrow")) return undefined;
    event.preventDefault();
    const containers: Containers = context.droppableContainers;
    const spot = spotOf(containers.get(journey.heading() ?? context.active?.id ?? ""));
    const target = spot && targetOf(event.code, spot, journey, (id) => context.droppableRects.has(id));
    const rect = target === undefined ? undefined : context.droppableRects.get(target);
    if (target === undefined || !rect) return undefined;
    journey.headFor(target);
    return { x: rect.left, y: rect.top };
  };
}
