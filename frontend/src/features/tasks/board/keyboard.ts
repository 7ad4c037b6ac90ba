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

/** Where an arrow leads from a spot; undefined at the board's edges. */
export function targetOf(arrow: string, { column, index, ids }: Spot, journey: Journey): Heading | undefined {
  if (arrow === "ArrowDown") return ids[index + 1] as Heading | undefined;
  if (arrow === "ArrowUp") return ids[index - 1] as Heading | undefined;
  const beside = neighbourColumn(column, arrow === "ArrowRight" ? 1 : -1, journey);
  if (!beside) return undefined;
  const others = journey.cardIds(beside);
  return others[Math.min(index, others.length - 1)] ?? beside;
}

export function arrowKeys(journey: Journey): KeyboardCoordinateGetter {
  return (event, { context }) => {
    if (!event.code.startsWith("Arrow")) return undefined;
    event.preventDefault();
    const containers: Containers = context.droppableContainers;
    const spot = spotOf(containers.get(journey.heading() ?? context.active?.id ?? ""));
    const target = spot && targetOf(event.code, spot, journey);
    const rect = target === undefined ? undefined : context.droppableRects.get(target);
    if (target === undefined || !rect) return undefined;
    journey.headFor(target);
    return { x: rect.left, y: rect.top };
  };
}
