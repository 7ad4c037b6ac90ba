// A box at the foot of a column: a title and Enter make a task, and the box stays for the next one.
import { Plus } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import type { Status } from "../../../api/types";
import { strings } from "../../../strings";
import { useToast } from "../../../ui/Toasts";
import { useAddTask } from "../creation";
import type { TaskLink } from "../taskLinks";

type Where = {
  projectId: string;
  status: Status;
  /** Set where the column isn't loaded to its end, so that a new task is out of sight. */
  beyond: ((taskId: string) => TaskLink) | null;
};

export function QuickAdd(where: Where) {
  const [open, setOpen] = useState(false);
  const label = strings.board.addTo(strings.tasks.statuses[where.status]);
  if (open)
    return (
      <QuickBox
        {...where}
        label={label}
        onClose={() => {
          setOpen(false);
        }}
      />
    );
  return (
    <button
      type="button"
      aria-label={label}
      onClick={() => {
        setOpen(true);
      }}
      className="flex h-8 w-full items-center gap-1.5 rounded-md px-2 text-sm text-muted transition-colors hover:bg-hover hover:text-ink"
    >
      <Plus size={14} aria-hidden="true" />
      {strings.board.add}
    </button>
  );
}

function QuickBox({ projectId, status, beyond, label, onClose }: Where & { label: string; onClose: () => void }) {
  const [title, setTitle] = useState("");
  const addTask = useAddTask();
  const toast = useToast();
  const navigate = useNavigate();

  const add = () => {
    const wanted = title.trim();
    if (!wanted) return;
    setTitle("");
    addTask({ projectId, title: wanted }, status, {
      onCreated: ({ id, title: created }) => {
        if (!beyond) return;
        const { to, ...options } = beyond(id);
        toast({
          title: strings.tasks.createdBelow(created),
          action: { label: strings.tasks.open, onAction: () => void navigate(to, options) },
        });
      },
      // The words come back unless the next title is being typed already, or the box is gone.
      onRefused: () => {
        setTitle((typed) => typed || wanted);
      },
      onAgain: () => {
        setTitle((typed) => (typed.trim() === wanted ? "" : typed));
      },
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key !== "Enter" && event.key !== "Escape") || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === "Enter") add();
    else onClose();
  };

  return (
    <div className="rounded-lg border border-accent bg-surface px-3 py-2">
      <textarea
        // The box opens because somebody asked to type into it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={label}
        placeholder={strings.board.quickTitle}
        value={title}
        maxLength={200}
        rows={2}
        onChange={(event) => {
          setTitle(event.target.value.replace(/\n/g, " "));
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!title.trim()) onClose();
        }}
        className="block w-full resize-none bg-transparent text-sm outline-none"
      />
      <p className="text-xs text-muted">{strings.board.quickHint}</p>
    </div>
  );
}
