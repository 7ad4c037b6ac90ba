// The title: for an admin a button that turns into a box; Enter saves, Esc puts it back.
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { strings } from "../../../../strings";
import { FieldNote } from "./FieldNote";
import { useField, type Known } from "./useField";

const look = "text-lg font-semibold break-words";

type TitleProps = Known & { editable: boolean; who: string; takesFocus: boolean };

export function TitleField({ editable, who, takesFocus, ...known }: TitleProps) {
  const field = useField("title", known);
  const heading = useRef<HTMLHeadingElement>(null);
  const [returned, setReturned] = useState(false);
  const isOpen = editable && field.unsaved?.mode === "typing";

  useLayoutEffect(() => {
    const panel = heading.current?.closest("aside");
    const isElsewhere = panel !== document.activeElement && panel?.contains(document.activeElement);
    if ((takesFocus && !isElsewhere) || returned) (heading.current?.querySelector("button") ?? heading.current)?.focus();
  }, [takesFocus, returned]);

  const open = () => {
    setReturned(false);
    field.type(field.unsaved?.mine ?? field.saved);
  };

  if (isOpen)
    return (
      <TitleBox
        value={field.unsaved?.mine ?? ""}
        onType={field.type}
        onSave={(title, by) => {
          field.save(title);
          setReturned(by === "key");
        }}
        onCancel={() => {
          field.forget();
          setReturned(true);
        }}
      />
    );
  return (
    <div className="flex flex-col gap-1">
      <h1 ref={heading} tabIndex={editable ? undefined : -1} className={`${look} rounded outline-none`}>
        {editable ? (
          <button
            type="button"
            aria-label={strings.panel.editTitle(field.shown)}
            onClick={open}
            className="-mx-2 w-[calc(100%+16px)] cursor-text rounded-md px-2 py-1 text-left break-words transition-colors hover:bg-hover"
          >
            {field.shown}
          </button>
        ) : (
          field.shown
        )}
      </h1>
      <FieldNote field={field} show={(title) => title} who={who} onEdit={open} />
    </div>
  );
}

type TitleBoxProps = { value: string; onType: (title: string) => void; onSave: (title: string, by: "key" | "blur") => void; onCancel: () => void };

function TitleBox({ value, onType, onSave, onCancel }: TitleBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  // A box that goes away can lose the focus once more on its way out.
  const left = useRef(false);
  const title = value.trim();
  const leaveBy = (way: () => void) => {
    if (left.current) return;
    left.current = true;
    way();
  };
  const save = (by: "key" | "blur") => {
    if (title)
      leaveBy(() => {
        onSave(title, by);
      });
  };

  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Escape") leaveBy(onCancel);
    else save("key");
  };

  return (
    <div className="flex flex-col gap-1">
      <textarea
        ref={box}
        rows={1}
        aria-label={strings.task.title}
        aria-invalid={title === ""}
        aria-describedby={title === "" ? "title-needed" : undefined}
        maxLength={200}
        value={value}
        onChange={(event) => {
          // One line, however it is wrapped; a pasted line break would be refused.
          onType(event.target.value.replace(/[\r\n]+/g, " "));
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // Another tab or window may have taken the focus; the box waits.
          if (document.hasFocus()) save("blur");
        }}
        className={`${look} -mx-2 field-sizing-content w-[calc(100%+16px)] resize-none rounded-md border border-accent bg-surface px-2 py-[3px] outline-none aria-invalid:border-danger`}
      />
      {title === "" ? (
        <p id="title-needed" className="text-xs text-danger">
          {strings.panel.needTitle}
        </p>
      ) : null}
    </div>
  );
}
