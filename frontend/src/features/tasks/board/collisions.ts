// Which card or column a carried card is over; only columns that take it count.
import { closestCenter, pointerWithin, type CollisionDetection, type UniqueIdentifier } from "@dnd-kit/core";
import { hasSortableData } from "@dnd-kit/sortable";
import type { Status } from "../../../api/types";
import { STATUSES } from "../status";
import type { Journey } from "./journey";

function asColumn(id: UniqueIdentifier): Status | undefined {
  return STATUSES.find((status) => status === id);
}

export function boardCollisions(journey: Journey): CollisionDetection {
  return (args) => {
    const heading = journey.heading();
    if (heading !== null) return [{ id: heading }];
    const columns = args.droppableContainers.filter(({ id }) => {
      const status = asColumn(id);
      return status !== undefined && journey.takes(status);
    });
    const [column] = args.pointerCoordinates ? pointerWithin({ ...args, droppableContainers: columns }) : [{ id: args.active.id }];
    if (!column) return [];
    const cards = args.droppableContainers.filter(
      (container) => hasSortableData(container) && container.data.current.sortable.containerId === column.id,
    );
    const nearest = closestCenter({ ...args, droppableContainers: cards });
    return nearest.length > 0 ? nearest : [column];
  };
}
