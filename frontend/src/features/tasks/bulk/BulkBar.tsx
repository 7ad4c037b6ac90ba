// What can be done to everything that is selected, in a bar at the foot of the page.
import { ChartNoAxesColumnIncreasing, CalendarDays, CircleDashed, ListChecks, Tag, Trash2, UserMinus, UserPlus, X } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { TaskCard } from "../../../api/types";
import { IconButton } from "../../../ui/Button";
import { bulkWords as words } from "../../../words/changing";
import { useArea, type QuickKind } from "../keys/area";
import { useBulkChange } from "./useBulkChange";

const CHANGES: { kind: QuickKind; name: string; icon: LucideIcon }[] = [
  { kind: "status", name: words.status, icon: CircleDashed },
  { kind: "assign", name: words.assign, icon: UserPlus },
  { kind: "unassign", name: words.unassign, icon: UserMinus },
  { kind: "priority", name: words.priority, icon: ChartNoAxesColumnIncreasing },
  { kind: "due", name: words.due, icon: CalendarDays },
  { kind: "label", name: words.labels, icon: Tag },
];

const buttonLook = "inline-flex h-8 items-center gap-1.5 rounded-md px-1.5 text-sm transition-colors hover:bg-hover";

export default function BulkBar({ cards }: { cards: TaskCard[] }) {
  const { marks, open } = useArea();
  const change = useBulkChange();
  if (cards.length === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label={words.label}
      className="absolute inset-x-2 bottom-3 z-20 mx-auto flex w-fit max-w-[calc(100%-16px)] animate-rise flex-wrap items-center justify-center rounded-xl sm:gap-0.5 border border-line-strong bg-raised p-1 shadow-float"
    >
      <span role="status" className="px-1 text-sm font-medium whitespace-nowrap sm:px-2">
        {words.selected(cards.length)}
      </span>
      {CHANGES.map(({ kind, name, icon: Icon }) => (
        <button
          key={kind}
          type="button"
          aria-haspopup="dialog"
          title={name}
          className={buttonLook}
          onClick={(event) => {
            open(kind, cards, event.currentTarget);
          }}
        >
          <Icon size={14} aria-hidden="true" className="text-muted" />
          <span className="max-lg:sr-only">{name}</span>
        </button>
      ))}
      <button
        type="button"
        title={words.delete}
        className={`${buttonLook} text-danger`}
        onClick={() => {
          void change({ kind: "delete" }, cards);
        }}
      >
        <Trash2 size={14} aria-hidden="true" />
        <span className="max-lg:sr-only">{words.delete}</span>
      </button>
      <span aria-hidden="true" className="mx-1 h-5 w-px bg-line max-sm:hidden" />
      <IconButton
        label={words.all}
        onClick={() => {
          marks.all();
        }}
      >
        <ListChecks size={16} />
      </IconButton>
      <IconButton
        label={words.clear}
        onClick={() => {
          marks.clear();
        }}
      >
        <X size={16} />
      </IconButton>
    </div>
  );
}
