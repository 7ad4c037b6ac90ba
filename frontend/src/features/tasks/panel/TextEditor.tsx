// A box for longer text: Ctrl or Cmd with Enter saves, Esc leaves; what to do with the text then is up to its owner.
import { useEffect, useRef, type KeyboardEvent } from "react";
import { strings } from "../../../strings";
import { Button } from "../../../ui/Button";
import { inputLook } from "../../../ui/Field";

const LONGEST = 10_000;

type TextEditorProps = {
  label: string;
  value: string;
  saveLabel: string;
  placeholder?: string;
  /** Set where an empty text means nothing. */
  required?: boolean;
  takesFocus?: boolean;
  onType: (text: string) => void;
  onSave: () => void;
  /** Without one there is nothing to leave for, and Esc is the panel's. */
  onCancel?: () => void;
};

export function TextEditor({ label, value, saveLabel, placeholder, required = false, takesFocus = false, onType, onSave, onCancel }: TextEditorProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const isEmpty = required && value.trim() === "";

  useEffect(() => {
    if (!takesFocus) return;
    const end = box.current?.value.length ?? 0;
    box.current?.focus();
    box.current?.setSelectionRange(end, end);
  }, [takesFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!isEmpty) onSave();
    } else if (event.key === "Escape" && onCancel) {
      event.preventDefault();
      onCancel();
    }
  };

  return (
    <div className="flex flex-col gap-2">
      <textarea
        ref={box}
        aria-label={label}
        placeholder={placeholder}
        maxLength={LONGEST}
        value={value}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
        className={`${inputLook} field-sizing-content max-h-[60vh] resize-y py-2 ${onCancel ? "min-h-24" : "min-h-9"}`}
      />
      {onCancel || !isEmpty ? (
        <div className="flex items-center gap-2">
          <Button look="primary" disabled={isEmpty} onClick={onSave} title={strings.activity.sendKeys}>
            {saveLabel}
          </Button>
          {onCancel ? (
            <Button look="quiet" onClick={onCancel}>
              {strings.cancel}
            </Button>
          ) : null}
          <span className="ml-auto text-xs text-muted">{strings.panel.markdown}</span>
        </div>
      ) : null}
    </div>
  );
}
