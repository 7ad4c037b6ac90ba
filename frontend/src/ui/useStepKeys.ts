// Going through a list by arrow keys or J and K; when what has the focus goes away, its neighbour takes the focus.
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { areKeysOn } from "./keysSetting";

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

function linksIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("li > a")];
}

function rowOf(list: HTMLElement, target: Element): number {
  return linksIn(list).findIndex((link) => link.parentElement?.contains(target));
}

/** For the element around a list whose rows each hold a link; call it where the rows are drawn. */
export function useStepKeys(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const held = useRef<{ element: Element; row: number } | null>(null);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1 && !areKeysOn()) return;
      const next = linksIn(element)[rowOf(element, event.target as Element) + step];
      event.preventDefault();
      next?.focus();
    };
    const onFocus = ({ target }: FocusEvent) => {
      const focused = target as Element;
      held.current = { element: focused, row: rowOf(element, focused) };
    };
    const onBlur = ({ relatedTarget }: FocusEvent) => {
      // Without one nothing else took the focus: the row itself may be on its way out.
      if (relatedTarget) held.current = null;
    };
    element.addEventListener("keydown", onKeyDown);
    element.addEventListener("focusin", onFocus);
    element.addEventListener("focusout", onBlur);
    return () => {
      element.removeEventListener("keydown", onKeyDown);
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("focusout", onBlur);
    };
  }, []);

  useLayoutEffect(() => {
    const before = held.current;
    if (!list.current || !before || before.element.isConnected || document.activeElement !== document.body) return;
    const links = linksIn(list.current);
    links[Math.min(before.row, links.length - 1)]?.focus({ preventScroll: true });
  });

  return list;
}
