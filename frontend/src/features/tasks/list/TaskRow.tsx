// A task as a row: dense, with everything quickly changed where it is shown; on a narrow screen it takes two lines.
import { CalendarDays, Check, MessageSquare, UserRound } from "lucide-react";
import { memo, type ReactNode } from "react";
import { NavLink } from "react-router";
import type { People, TaskCard, User } from "../../../api/types";
import { strings } from "../../../strings";
import { Avatars } from "../../../ui/Avatar";
import { dueWords, nearbyDate } from "../../../ui/calendarDate";
import { facesOf } from "../../../ui/faces";
import { DueDate } from "../DueDate";
import { taskLinkId, useArea, useMarked, useSelecting, type QuickKind } from "../keys/area";
import { Labels } from "../Labels";
import { PriorityBars } from "../PriorityBars";
import { isDone, nextStatuses } from "../status";
import { StatusGlyph } from "../StatusGlyph";
import type { TaskLink } from "../taskLinks";

export type TaskRowProps = {
  card: TaskCard;
  me: User;
  people: People;
  today: string;
  link: (taskId: string) => TaskLink;
  /** Named where tasks of several projects stand together. */
  project?: string | undefined;
};

const words = strings.finding.list;

export const TaskRow = memo(function TaskRow({ card, me, people, today, link, project }: TaskRowProps) {
  const { current, selected } = useMarked(card.id);
  const done = isDone(card.status);
  const faces = facesOf(people, card.assigneeIds);
  const stop = current ? 0 : -1;
  return (
    <li
      data-task-id={card.id}
      className={`group relative flex items-start gap-1 py-1 pr-2 pl-1 transition-colors [contain-intrinsic-size:auto_37px] [content-visibility:auto] has-[a:focus-visible]:bg-hover has-[a[aria-current=page]]:bg-accent-soft sm:items-center ${selected ? "bg-accent-soft" : "hover:bg-hover"}`}
    >
      {me.role === "ADMIN" ? <SelectBox card={card} selected={selected} stop={stop} /> : null}
      <StatusButton card={card} me={me} stop={stop} />
      <div className="flex min-w-0 flex-1 flex-col gap-x-3 py-1 sm:flex-row sm:items-center sm:py-0">
        <NavLink
          {...link(card.id)}
          id={taskLinkId(card.id)}
          tabIndex={stop}
          className={`min-w-0 truncate leading-6 scroll-my-16 outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent sm:flex-1 ${done ? "text-muted" : ""}`}
        >
          {card.title}
        </NavLink>
        <div className="flex min-h-7 min-w-0 items-center gap-x-2">
          <span className="order-3 flex h-[18px] min-w-0 flex-wrap items-center gap-x-2 gap-y-4 overflow-hidden sm:order-none sm:h-auto sm:flex-nowrap">
            <Labels labels={card.labels.slice(0, 3)} />
            {card.labels.length > 3 ? <span className="text-xs text-muted">+{card.labels.length - 3}</span> : null}
          </span>
          {card.commentCount > 0 ? (
            <span className="order-3 inline-flex items-center gap-1 text-xs text-muted sm:order-none">
              <MessageSquare size={12} aria-hidden="true" />
              <span aria-hidden="true">{card.commentCount}</span>
              <span className="sr-only">{strings.tasks.comments(card.commentCount)}</span>
            </span>
          ) : null}
          {project ? <span className="order-3 max-w-32 min-w-0 truncate text-xs text-muted sm:order-none">{project}</span> : null}
          <span className="order-2 flex items-center sm:order-none sm:w-28">
            <QuickButton card={card} kind="due" stop={stop} name={words.due(dueName(card, today))}>
              {card.dueDate ? <DueDate task={card} today={today} /> : <Blank icon={CalendarDays} />}
            </QuickButton>
          </span>
          <span className="order-4 ml-auto flex justify-end sm:order-none sm:w-16">
            <QuickButton card={card} kind="assign" stop={stop} name={words.assign(faces.map((face) => face.name))}>
              {faces.length > 0 ? <Avatars faces={faces} label={strings.tasks.assignedTo(faces.map((face) => face.name))} /> : <Blank icon={UserRound} />}
            </QuickButton>
          </span>
          <span className="order-1 -mr-1 -ml-1.5 flex sm:order-none sm:mx-0">
            <QuickButton card={card} kind="priority" stop={stop} name={words.priority(strings.tasks.priorities[card.priority])}>
              <PriorityBars priority={card.priority} />
            </QuickButton>
          </span>
        </div>
      </div>
    </li>
  );
});

function dueName({ dueDate, status }: TaskCard, today: string): string {
  if (!dueDate) return words.noDue;
  return isDone(status) ? nearbyDate(dueDate, today) : dueWords(dueDate, today);
}

/** What could be set here, shown to those who point at the row. */
function Blank({ icon: Icon }: { icon: typeof CalendarDays }) {
  return <Icon size={14} aria-hidden="true" className="text-muted opacity-0 group-focus-within:opacity-70 group-hover:opacity-70 pointer-coarse:opacity-50" />;
}

function SelectBox({ card, selected, stop }: { card: TaskCard; selected: boolean; stop: number }) {
  const select = useSelecting(card.id);
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label={words.select(card.title)}
      tabIndex={stop}
      onClick={(event) => {
        select(event.shiftKey);
      }}
      className="relative z-10 flex size-7 shrink-0 items-center justify-center"
    >
      <span
        aria-hidden="true"
        className={`flex size-4 items-center justify-center rounded border ${selected ? "border-accent-solid bg-accent-solid text-on-accent" : "border-line-strong opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-60"}`}
      >
        {selected ? <Check size={12} strokeWidth={3} /> : null}
      </span>
    </button>
  );
}

function StatusButton({ card, me, stop }: { card: TaskCard; me: User; stop: number }) {
  const { open } = useArea();
  const name = strings.tasks.statuses[card.status];
  if (nextStatuses(card.status, me.role).length === 0)
    return (
      <span title={name} className="flex size-7 shrink-0 items-center justify-center">
        <StatusGlyph status={card.status} />
        <span className="sr-only">{name}</span>
      </span>
    );
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={strings.tasks.changeStatus(name)}
      title={name}
      tabIndex={stop}
      onClick={(event) => {
        open("status", [card], event.currentTarget);
      }}
      className="relative z-10 flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-line"
    >
      <StatusGlyph status={card.status} />
    </button>
  );
}

type QuickButtonProps = { card: TaskCard; kind: QuickKind; stop: number; name: string; children: ReactNode };

/** Changes what it shows; for members it only shows it. */
function QuickButton({ card, kind, stop, name, children }: QuickButtonProps) {
  const { isAdmin, open } = useArea();
  if (!isAdmin) return <span className="flex min-h-6 min-w-6 items-center justify-center">{children}</span>;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={name}
      tabIndex={stop}
      onClick={(event) => {
        open(kind, [card], event.currentTarget);
      }}
      className="relative z-10 flex min-h-6 min-w-6 items-center justify-center rounded px-0.5 hover:bg-line"
    >
      {children}
    </button>
  );
}
