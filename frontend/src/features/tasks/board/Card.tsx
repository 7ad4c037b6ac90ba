// A task as a card: title, due date, labels and people.
import { MessageSquare } from "lucide-react";
import type { HTMLAttributes, ReactNode, Ref } from "react";
import { NavLink } from "react-router";
import type { People, TaskCard } from "../../../api/types";
import { strings } from "../../../strings";
import { Avatars } from "../../../ui/Avatar";
import { facesOf } from "../../../ui/faces";
import { DueDate } from "../DueDate";
import { Labels } from "../Labels";
import { PriorityBars } from "../PriorityBars";
import { isDone } from "../status";
import type { TaskLink } from "../taskLinks";

type CardProps = {
  card: TaskCard;
  people: People;
  today: string;
  link: TaskLink & Pick<HTMLAttributes<HTMLAnchorElement>, "id" | "aria-describedby" | "tabIndex">;
  linkRef?: Ref<HTMLAnchorElement>;
  menu?: ReactNode;
  floating?: boolean;
  selected?: boolean;
};

const look =
  "group relative rounded-lg border px-3 py-2.5 text-sm transition-colors has-[a:focus-visible]:border-accent has-[a:focus-visible]:ring-2 has-[a:focus-visible]:ring-accent has-[a[aria-current=page]]:border-accent";

export function Card({ card, people, today, link, linkRef, menu, floating = false, selected = false }: CardProps) {
  const state = selected ? "border-accent bg-accent-soft" : "border-line bg-surface hover:border-line-strong";
  return (
    <article className={`${look} ${floating ? "rotate-1 border-accent bg-surface shadow-float" : state}`}>
      <h3 className={`leading-[18px] font-medium pointer-coarse:pr-6 ${isDone(card.status) ? "text-muted" : ""}`}>
        <NavLink
          {...link}
          ref={linkRef ?? null}
          draggable={false}
          className="line-clamp-3 break-words scroll-my-16 outline-none after:absolute after:inset-0 after:rounded-lg"
        >
          {card.title}
          {selected ? <span className="sr-only"> {strings.finding.list.isSelected}</span> : null}
        </NavLink>
      </h3>
      {menu ? <div className="absolute top-1.5 right-1.5 z-10">{menu}</div> : null}
      <div className="mt-2 flex min-h-5 items-end gap-2">
        <div className="flex min-h-5 min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <PriorityBars priority={card.priority} />
          <DueDate task={card} today={today} />
          <Labels labels={card.labels} />
          {card.commentCount > 0 ? (
            <span className="inline-flex items-center gap-1 text-xs text-muted">
              <MessageSquare size={12} aria-hidden="true" />
              <span aria-hidden="true">{card.commentCount}</span>
              <span className="sr-only">{strings.tasks.comments(card.commentCount)}</span>
            </span>
          ) : null}
        </div>
        <CardPeople card={card} people={people} />
      </div>
    </article>
  );
}

function CardPeople({ card, people }: { card: TaskCard; people: People }) {
  const faces = facesOf(people, card.assigneeIds);
  return <Avatars faces={faces} label={strings.tasks.assignedTo(faces.map((face) => face.name))} />;
}
