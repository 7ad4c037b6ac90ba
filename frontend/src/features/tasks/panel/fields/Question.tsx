// Which of two versions of a field it shall be: shown only when two people changed the same one.
import type { ReactNode } from "react";
import { strings } from "../../../../strings";
import { Button } from "../../../../ui/Button";
import type { FieldNoteProps } from "./FieldNote";

export default function Question<Value>({ field, mine, show, who, onEdit }: FieldNoteProps<Value> & { mine: Value }) {
  return (
    <div role="alert" className="mt-1 w-full rounded-lg border border-l-4 border-line border-l-warning bg-surface p-3 text-sm">
      <p className="font-medium">{strings.panel.clash(who)}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <Version name={strings.panel.theirs}>{show(field.saved)}</Version>
        <Version name={strings.panel.mine}>{show(mine)}</Version>
      </dl>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" onClick={field.keepMine}>
          {strings.panel.keepMine}
        </Button>
        <Button onClick={field.takeTheirs}>{strings.panel.takeTheirs}</Button>
        {onEdit ? (
          <Button look="quiet" onClick={onEdit}>
            {strings.panel.editMine}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Version({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="max-h-40 min-w-0 overflow-y-auto break-words whitespace-pre-wrap">
        {children === "" ? <span className="text-muted">{strings.panel.nothing}</span> : children}
      </dd>
    </>
  );
}
