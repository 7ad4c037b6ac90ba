// The labels as chips; Enter or a comma adds what was typed.
import { X } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { strings } from "../../../../strings";
import { Labels } from "../../Labels";
import { FieldNote } from "./FieldNote";
import { Row } from "./Row";
import { useField, type Known } from "./useField";

const MOST = 10;
const LONGEST = 30;

/** The labels with those typed, each once; those beyond the tenth are left out. */
function withTyped(labels: string[], typed: string): string[] {
  const added = typed.split(",").map((label) => label.trim().slice(0, LONGEST));
  return [...new Set([...labels, ...added.filter(Boolean)])].slice(0, MOST);
}

export function LabelsField({ editable, who, ...known }: Known & { editable: boolean; who: string }) {
  const field = useField("labels", known);
  const labels = field.shown;
  const inWords = (some: string[]) => some.join(", ");
  return (
    <Row name={strings.task.labels}>
      {editable ? <Chips labels={labels} onChange={field.save} /> : null}
      {!editable && labels.length > 0 ? <Labels labels={labels} /> : null}
      {!editable && labels.length === 0 ? <span className="text-muted">{strings.task.noLabels}</span> : null}
      <FieldNote field={field} show={inWords} who={who} />
    </Row>
  );
}

function Chips({ labels, onChange }: { labels: string[]; onChange: (labels: string[]) => void }) {
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLInputElement>(null);

  const add = (text: string) => {
    setTyped("");
    const next = withTyped(labels, text);
    if (next.length > labels.length) onChange(next);
  };
  const remove = (label: string) => {
    onChange(labels.filter((other) => other !== label));
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Escape" && typed) {
      event.preventDefault();
      setTyped("");
    }
  };

  return (
    <>
      {labels.map((label) => (
        <span key={label} className="inline-flex h-6 max-w-full items-center rounded-full border border-line pl-2 text-xs">
          <span className="truncate">{label}</span>
          <button
            type="button"
            aria-label={strings.panel.removeLabel(label)}
            onClick={() => {
              remove(label);
            }}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-full text-muted hover:bg-hover hover:text-ink"
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      {labels.length < MOST ? (
        <input
          ref={box}
          aria-label={strings.panel.addLabel}
          placeholder={strings.panel.addLabelHint}
          value={typed}
          maxLength={LONGEST}
          onChange={(event) => {
            if (event.target.value.includes(",")) add(event.target.value);
            else setTyped(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            add(typed);
          }}
          className="h-7 w-28 min-w-0 rounded-md bg-transparent px-1.5 text-sm outline-none hover:bg-hover focus-visible:bg-surface focus-visible:ring-1 focus-visible:ring-accent"
        />
      ) : (
        <span className="text-xs text-muted">{strings.panel.labelsFull}</span>
      )}
    </>
  );
}
