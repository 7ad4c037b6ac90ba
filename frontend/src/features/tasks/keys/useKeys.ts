// Single keys that do something wherever the focus is, but never while somebody types or a menu or dialog is open.
import { useEffect, useRef } from "react";
import { areKeysOn } from "../../../ui/keysSetting";

export type KeyActions = Record<string, (event: KeyboardEvent) => void>;

const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
const IN_LAYER = "[role=dialog], [role=menu], [role=listbox]";

/** Whether a key pressed there belongs to what has the focus. */
function isTakenThere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const box = target.closest(TYPING);
  const isTypedInto = box !== null && !(box instanceof HTMLInputElement && box.type === "checkbox");
  return isTypedInto || target.closest(IN_LAYER) !== null;
}

/** By `event.key`; the keys that name no letter or sign (arrows, Escape) work also when keys are switched off. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTakenThere(event.target)) return;
      if (event.key.length === 1 && !areKeysOn()) return;
      latest.current[event.key]?.(event);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
