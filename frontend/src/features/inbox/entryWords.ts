// What an entry says of its task: who did what.
import { unnamed } from "../../api/kinds";
import type { InboxEntry, People } from "../../api/types";
import { strings } from "../../strings";
import { shortDate } from "../../ui/calendarDate";
import { faceOf } from "../../ui/faces";

const words = strings.inbox.events;

function text(value: string | string[] | null | undefined): string {
  return typeof value === "string" ? value : "";
}

function statusWords(value: string): string {
  return (strings.tasks.statuses as Record<string, string>)[value] ?? value;
}

/** A date is spelled out, because "tomorrow" would be wrong when it is read a day later. */
export function entryWords(entry: InboxEntry, people: People, today: string): string {
  const who = faceOf(people, entry.actorId).name;
  const { status, comment, dueDate } = entry.changes;
  switch (entry.type) {
    case "TASK_ASSIGNED":
      return words.assigned(who);
    case "TASK_UNASSIGNED":
      return words.unassigned(who);
    case "STATUS_CHANGED":
      return words.statusChanged(who, statusWords(text(status?.from)), statusWords(text(status?.to)));
    case "COMMENT_ADDED":
      return words.commented(who, text(comment?.to));
    case "TASK_DUE_SOON":
      return words.dueSoon(who, shortDate(text(dueDate?.to), today));
    case "TASK_OVERDUE":
      return words.overdue(who, shortDate(text(dueDate?.to), today));
    case "TASK_CREATED":
    case "TASK_UPDATED":
    case "TASK_DELETED":
    case "TASK_RESTORED":
    case "COMMENT_EDITED":
    case "COMMENT_DELETED":
      return words.changed(who);
    default:
      return unnamed(entry.type, words.changed(who));
  }
}
