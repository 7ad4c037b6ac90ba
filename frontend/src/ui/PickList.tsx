// A box to type into above a list that narrows: arrows go through it, Enter picks, and the focus stays in the box.
import { Check } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

export type PickOption = {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: ReactNode;
  group?: string;
  /** Undefined where options are not chosen but done. */
  checked?: boolean;
};

type PickListProps = {
  label: string;
  options: PickOption[];
  onPick: (id: string) => void;
  emptyText: string;
  /** Given by those who find the options themselves; otherwise the list narrows by their words. */
  typed?: string;
  onTyped?: (typed: string) => void;
  large?: boolean;
};

export function matching(options: PickOption[], typed: string): PickOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ label, hint }) => {
    const text = `${label} ${typeof hint === "string" ? hint : ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export default function PickList({ label, options, onPick, emptyText, typed: given, onTyped, large = false }: PickListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState("");
  const [wantedId, setWantedId] = useState<string | null>(null);
  const typed = given ?? own;
  const found = given === undefined ? matching(options, typed) : options;
  // Before anything is typed the list begins at what is chosen already.
  const begin = (option: PickOption) => (wantedId === null ? typed === "" && option.checked === true : option.id === wantedId);
  const active = Math.max(0, found.findIndex(begin));

  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [wantedId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 };
    const step = steps[event.key];
    const last = found.length - 1;
    if (step !== undefined) {
      const around = event.key.startsWith("Arrow") ? (step + found.length) % found.length : step;
      setWantedId(found[Math.min(Math.max(around, 0), last)]?.id ?? null);
    } else if (event.key === "Enter") onPick(found[active]?.id ?? "");
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        // The list opens because somebody asked to choose from it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={found[active] ? `${id}-${String(active)}` : undefined}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setOwn(event.target.value);
          onTyped?.(event.target.value);
          setWantedId(null);
        }}
        onKeyDown={onKeyDown}
        className={`w-full border-b border-line bg-transparent px-3 outline-none ${large ? "h-12" : "h-9 text-sm"}`}
      />
      <div
        ref={list}
        role="listbox"
        id={id}
        aria-label={label}
        aria-multiselectable={found.some((option) => option.checked !== undefined) || undefined}
        className={`overflow-y-auto overscroll-contain p-1 ${large ? "max-h-[min(52vh,420px)]" : "max-h-72"}`}
      >
        {found.map((option, index) => (
          <PickRow
            key={option.id}
            id={`${id}-${String(index)}`}
            option={option}
            heading={option.group !== found[index - 1]?.group ? option.group : undefined}
            active={index === active}
            onActive={() => {
              setWantedId(option.id);
            }}
            onPick={() => {
              onPick(option.id);
            }}
          />
        ))}
      </div>
      <p role="status" className={found.length === 0 ? "px-3 pb-3 text-sm text-muted" : "sr-only"}>
        {found.length === 0 ? emptyText : ""}
      </p>
    </>
  );
}

type PickRowProps = { id: string; option: PickOption; heading: string | undefined; active: boolean; onActive: () => void; onPick: () => void };

function PickRow({ id, option, heading, active, onActive, onPick }: PickRowProps) {
  return (
    <>
      {heading ? (
        <div role="presentation" className="px-2 pt-2 pb-1 text-xs text-muted">
          {heading}
        </div>
      ) : null}
      <button
        type="button"
        role="option"
        id={id}
        tabIndex={-1}
        aria-selected={option.checked ?? active}
        data-active={active || undefined}
        onPointerMove={active ? undefined : onActive}
        // The box keeps the focus.
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={onPick}
        className="flex min-h-8 w-full items-center gap-2 rounded px-2 py-1 text-left text-sm data-active:bg-hover"
      >
        {option.icon}
        <span className="min-w-0 flex-1 truncate">{option.label}</span>
        {option.hint ? <span className="max-w-[45%] truncate text-xs text-muted">{option.hint}</span> : null}
        {option.checked ? <Check size={14} aria-hidden="true" className="shrink-0 text-accent" /> : null}
      </button>
    </>
  );
}
