// The box that narrows a project to a text, a moment after one stops typing.
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { strings } from "../../../strings";
import { IconButton } from "../../../ui/Button";
import { SEARCH_BOX_ID } from "./landmarks";

const PAUSE_MS = 250;
const words = strings.finding;

export function SearchBox({ text, onText }: { text: string; onText: (text: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  const [sent, setSent] = useState(text);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });

  // The address has changed by itself, as by the browser's back: the box follows. An echo of what was typed here
  // changes nothing, as more may have been typed since.
  if (known !== text) {
    setKnown(text);
    if (text !== sent) {
      setSent(text);
      setTyped(text);
    }
  }

  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => {
      setSent(typed.trim());
      latest.current(typed.trim());
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, text]);

  const clear = () => {
    setTyped("");
    setSent("");
    latest.current("");
    box.current?.focus();
  };

  return (
    <div className="relative min-w-0 flex-1 md:max-w-60 md:min-w-40">
      <Search size={14} aria-hidden="true" className="pointer-events-none absolute top-[9px] left-2.5 text-muted" />
      <input
        ref={box}
        id={SEARCH_BOX_ID}
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        aria-keyshortcuts="/"
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // The first Esc empties the box, the second leaves it; an open task stays.
          event.preventDefault();
          if (typed) clear();
          else event.currentTarget.blur();
        }}
        className="h-8 w-full rounded-md border border-line bg-surface pr-8 pl-8 text-sm transition-colors hover:border-line-strong focus-visible:border-accent [&::-webkit-search-cancel-button]:hidden"
      />
      {typed ? (
        <IconButton label={words.clearSearch} className="absolute top-1 right-1 size-6" onClick={clear}>
          <X size={14} />
        </IconButton>
      ) : (
        <kbd aria-hidden="true" className="pointer-events-none absolute top-2 right-2 rounded border border-line px-1 font-sans text-[11px] leading-[14px] text-muted max-md:hidden">
          /
        </kbd>
      )}
    </div>
  );
}
