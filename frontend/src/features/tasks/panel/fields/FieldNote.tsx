// What stands below a field that isn't saved: still on its way, a draft of one's own, or a question which of two it shall be.
import { CloudOff } from "lucide-react";
import { Suspense, type ReactNode } from "react";
import { strings } from "../../../../strings";
import { Question } from "../parts";
import type { Field } from "./useField";

export type FieldNoteProps<Value> = {
  field: Field<Value>;
  /** A value as the question shows it. */
  show: (value: Value) => ReactNode;
  who: string;
  /** Opens the box with what was typed; only fields with a box have it. */
  onEdit?: () => void;
};

export function FieldNote<Value>({ field, show, who, onEdit }: FieldNoteProps<Value>) {
  if (field.waiting) return <Waiting />;
  if (field.unsaved?.mode === "asking")
    return (
      <Suspense fallback={null}>
        <Question field={field} mine={field.unsaved.mine} show={show} who={who} {...(onEdit && { onEdit })} />
      </Suspense>
    );
  if (field.unsaved?.mode === "kept" && onEdit) return <Draft onEdit={onEdit} onDiscard={field.forget} />;
  return null;
}

export function Waiting() {
  return (
    <p role="status" className="flex w-full items-center gap-1.5 text-xs text-warning">
      <CloudOff size={12} aria-hidden="true" />
      {strings.panel.retrying}
    </p>
  );
}

export function Draft({ onEdit, onDiscard }: { onEdit: () => void; onDiscard: () => void }) {
  return (
    <p className="flex w-full flex-wrap items-center gap-x-2 text-xs text-muted">
      {strings.panel.draft}
      <button type="button" onClick={onEdit} className="h-6 rounded font-medium text-accent hover:underline">
        {strings.panel.continueDraft}
      </button>
      <button type="button" onClick={onDiscard} className="h-6 rounded hover:text-ink hover:underline">
        {strings.panel.discard}
      </button>
    </p>
  );
}
