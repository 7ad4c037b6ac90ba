// Where the tasks of a page stand to each other: columns of ids, one of them for a list.

export type Order = readonly (readonly string[])[];

export type Direction = "up" | "down" | "left" | "right";

function find(order: Order, taskId: string | null): { column: number; row: number } | null {
  const column = order.findIndex((ids) => ids.some((id) => id === taskId));
  if (column < 0 || taskId === null) return null;
  return { column, row: order[column]?.indexOf(taskId) ?? 0 };
}

export function firstOf(order: Order): string | null {
  return order.flat()[0] ?? null;
}

/** The next one that way, the first where there is nowhere to start from, and null at the edge. */
export function neighbour(order: Order, from: string | null, direction: Direction): string | null {
  const at = find(order, from);
  if (!at) return firstOf(order);
  const { column, row } = at;
  if (direction === "down") return order[column]?.[row + 1] ?? null;
  if (direction === "up") return order[column]?.[row - 1] ?? null;
  const beside = direction === "right" ? order.slice(column + 1) : order.slice(0, column).reverse();
  const ids = beside.find((others) => others.length > 0);
  return ids?.[Math.min(row, ids.length - 1)] ?? null;
}

/** Who takes over the place of a task that has left: the one that follows it, or the last. */
export function successor(before: Order, after: Order, taskId: string): string | null {
  const at = find(before, taskId);
  const ids = at ? after[at.column] : undefined;
  if (!at || !ids || ids.length === 0) return firstOf(after);
  return ids[Math.min(at.row, ids.length - 1)] ?? null;
}

/** Everything from one task to the other, both included, as the page shows them. */
export function between(order: Order, from: string, to: string): string[] {
  const ids = order.flat();
  const [start = 0, end = 0] = [ids.indexOf(from), ids.indexOf(to)].sort((one, other) => one - other);
  return start < 0 ? [to] : ids.slice(start, end + 1);
}
