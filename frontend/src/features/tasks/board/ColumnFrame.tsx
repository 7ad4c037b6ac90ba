// How a board and its columns are framed, whether their cards are there yet or not.
import type { ReactNode, Ref } from "react";
import type { Status } from "../../../api/types";
import { strings } from "../../../strings";
import { StatusGlyph } from "../StatusGlyph";

type BoardFrameProps = { name: string; isCarrying?: boolean; children: ReactNode };

/** On a phone one column at a time comes to rest in view, but not under a carried card: there it would leap. */
export function BoardFrame({ name, isCarrying = false, children }: BoardFrameProps) {
  return (
    <div
      role="group"
      aria-label={strings.board.label(name)}
      className={`flex h-full scroll-px-4 items-start gap-3 overflow-x-auto px-4 pb-4 md:snap-none ${isCarrying ? "" : "snap-x snap-mandatory"}`}
    >
      {children}
    </div>
  );
}

type ColumnFrameProps = {
  status: Status;
  ref?: Ref<HTMLElement>;
  /** Unknown until the first page is there. */
  count?: { shown: number; more: boolean } | undefined;
  dim?: "closed" | "stale" | undefined;
  children: ReactNode;
};

const DIMMED = { closed: "opacity-45", stale: "opacity-60" };

export function ColumnFrame({ status, ref, count, dim, children }: ColumnFrameProps) {
  const name = strings.tasks.statuses[status];
  return (
    <section
      ref={ref ?? null}
      aria-label={name}
      aria-busy={dim === "stale"}
      className={`flex h-full w-[84vw] max-w-(--column-widest) min-w-(--column-narrowest) shrink-0 snap-start flex-col rounded-xl bg-column transition-opacity sm:w-auto sm:flex-1 ${dim ? DIMMED[dim] : ""}`}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 px-3">
        <StatusGlyph status={status} />
        <h2 className="text-sm font-medium">{name}</h2>
        {count ? (
          <span className="text-sm text-muted" title={strings.board.countWords(count.shown, count.more)}>
            {strings.board.count(count.shown, count.more)}
          </span>
        ) : null}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">{children}</div>
    </section>
  );
}
