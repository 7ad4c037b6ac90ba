// Comments and history as one timeline, latest first: nothing twice, nothing left out, small changes in a row as one.
import type { Comment, TaskEvent } from "../../../../api/types";

export type Moment =
  | { kind: "comment"; id: string; at: number; comment: Comment }
  | { kind: "history"; id: string; at: number; events: TaskEvent[] };

const TOGETHER_MS = 10 * 60_000;

const SMALL = new Set<TaskEvent["type"]>(["TASK_UPDATED", "TASK_ASSIGNED", "TASK_UNASSIGNED", "STATUS_CHANGED"]);

/** A comment speaks for itself, and where a card lies in its column is nobody's story. */
function isTold({ type, changes }: TaskEvent): boolean {
  if (type === "COMMENT_ADDED" || type === "COMMENT_EDITED") return false;
  return type !== "TASK_UPDATED" || Object.keys(changes).some((field) => field !== "rank");
}

function byId<Item>(items: Item[], idOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [idOf(item), item])).values()];
}

/** Whether an earlier event goes into the line of the later ones: the same person, at one sitting. */
function belongs(event: TaskEvent, group: TaskEvent[]): boolean {
  const [latest] = group;
  const earliest = group.at(-1);
  if (!latest || !earliest || !SMALL.has(latest.type) || !SMALL.has(event.type) || latest.actorId !== event.actorId) return false;
  return Date.parse(earliest.occurredAt) - Date.parse(event.occurredAt) <= TOGETHER_MS;
}

function grouped(moments: Moment[]): Moment[] {
  const lines: Moment[] = [];
  for (const moment of moments) {
    const last = lines.at(-1);
    const [event] = moment.kind === "history" ? moment.events : [];
    if (event && last?.kind === "history" && belongs(event, last.events))
      lines[lines.length - 1] = { ...last, events: [...last.events, event] };
    else lines.push(moment);
  }
  return lines;
}

type Known = {
  comments: Comment[];
  /** Latest first, as far as they are loaded. */
  events: TaskEvent[];
  /** Whether there are earlier events still to be loaded. */
  more: boolean;
};

/** Comments from before the earliest known event wait until the history reaches them. */
export function momentsOf({ comments, events, more }: Known): Moment[] {
  const earliest = events.at(-1);
  const reach = more && earliest ? Date.parse(earliest.occurredAt) : -Infinity;
  const said = byId(comments, (comment) => comment.id).map(
    (comment): Moment => ({ kind: "comment", id: comment.id, at: Date.parse(comment.createdAt), comment }),
  );
  const done = byId(events, (event) => event.eventId)
    .filter(isTold)
    .map((event): Moment => ({ kind: "history", id: event.eventId, at: Date.parse(event.occurredAt), events: [event] }));
  const all = [...said.filter((moment) => moment.at >= reach), ...done];
  return grouped(all.sort((one, other) => other.at - one.at || other.id.localeCompare(one.id)));
}
