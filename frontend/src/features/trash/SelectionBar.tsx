// Selects all of the trash that is loaded, and restores what is selected.
import { useEffect, useRef } from "react";
import { Button } from "../../ui/Button";
import { trash as words } from "../../words/trash";

type SelectionBarProps = { chosen: number; of: number; isBusy: boolean; onSelectAll: (all: boolean) => void; onRestore: () => void };

export function SelectionBar({ chosen, of, isBusy, onSelectAll, onRestore }: SelectionBarProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < of;
  }, [chosen, of]);
  return (
    <div className="mb-2 flex h-8 items-center justify-between pl-[13px]">
      <label className="-ml-1 flex min-h-6 items-center gap-3 pl-1 text-sm text-muted">
        <input
          ref={box}
          type="checkbox"
          checked={chosen === of}
          className="size-4 accent-(--accent-solid)"
          onChange={(event) => {
            onSelectAll(event.target.checked);
          }}
        />
        {chosen > 0 ? words.selected(chosen) : words.selectAll}
      </label>
      {chosen > 0 ? (
        <Button look="primary" busy={isBusy} onClick={onRestore}>
          {isBusy ? words.restoring : words.restoreSome(chosen)}
        </Button>
      ) : null}
    </div>
  );
}
