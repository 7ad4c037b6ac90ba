// One entry as a link to its task: what happened, by whom and when; opening it marks it as read.
import { CalendarClock, CalendarX2, MessageSquare, MoveRight, UserMinus, UserPlus, type LucideIcon } from "lucide-react";
import { NavLink, type LinkProps } from "react-router";
import type { InboxEntry, People } from "../../api/types";
import { strings } from "../../strings";
import { Avatar } from "../../ui/Avatar";
import { nearbyDate } from "../../ui/calendarDate";
import { faceOf } from "../../ui/faces";
import { dayOf, exactMoment, timeOfDay } from "../../ui/moments";
import { entryWords } from "./entryWords";

/** Null for what never reaches an inbox. */
const ICONS: Record<InboxEntry["type"], LucideIcon | null> = {
  TASK_CREATED: null,
  TASK_UPDATED: null,
  TASK_DELETED: null,
  TASK_RESTORED: null,
  COMMENT_EDITED: null,
  COMMENT_DELETED: null,
  TASK_ASSIGNED: UserPlus,
  TASK_UNASSIGNED: UserMinus,
  STATUS_CHANGED: MoveRight,
  COMMENT_ADDED: MessageSquare,
  TASK_DUE_SOON: CalendarClock,
  TASK_OVERDUE: CalendarX2,
};

export type Reader = { people: People; timeZone: string; today: string };

export type TaskLinkOf = (taskId: string) => Pick<LinkProps, "to" | "replace" | "state">;

type EntryLinkProps = {
  entry: InboxEntry;
  reader: Reader;
  linkTo: TaskLinkOf;
  /** A heading above names the day, so that the hour is enough. */
  underDay?: boolean;
  onOpen: () => void;
};

export function EntryLink({ entry, reader, linkTo, underDay = false, onOpen }: EntryLinkProps) {
  const isUnread = entry.readAt === null;
  const Icon = ICONS[entry.type];
  return (
    <NavLink
      {...linkTo(entry.taskId)}
      onClick={onOpen}
      className="relative flex min-w-0 flex-1 gap-3 py-2.5 pr-3 pl-2 transition-colors hover:bg-hover focus-visible:-outline-offset-2 aria-[current=page]:bg-hover"
    >
      <span className="flex h-9 items-center gap-1.5">
        <span aria-hidden="true" className={`size-2 rounded-full ${isUnread ? "bg-accent" : ""}`} />
        <Avatar face={faceOf(reader.people, entry.actorId)} size={28} />
      </span>
      <span className="min-w-0 flex-1">
        {isUnread ? <span className="sr-only">{strings.inbox.unread}</span> : null}{" "}
        <span className="flex items-baseline gap-2">
          <span className={`line-clamp-2 min-w-0 flex-1 break-words ${isUnread ? "font-semibold" : "text-muted"}`}>{entry.title}</span>{" "}
          <When instant={entry.occurredAt} reader={reader} underDay={underDay} />
        </span>{" "}
        <span className="mt-0.5 flex items-start gap-1.5 text-sm text-muted">
          {Icon ? <Icon size={13} aria-hidden="true" className="mt-[3px] shrink-0" /> : null}
          <span className="line-clamp-2 min-w-0 break-words">{entryWords(entry, reader.people, reader.today)}</span>
        </span>
      </span>
    </NavLink>
  );
}

/** The hour of today's entries, the day of older ones. */
function When({ instant, reader: { timeZone, today }, underDay }: { instant: string; reader: Reader; underDay: boolean }) {
  const day = dayOf(instant, timeZone);
  return (
    <time dateTime={instant} title={exactMoment(instant, timeZone)} className="shrink-0 text-xs text-muted">
      {underDay || day === today ? timeOfDay(instant, timeZone) : nearbyDate(day, today)}
    </time>
  );
}
