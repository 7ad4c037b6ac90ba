// A panel beside the content of a page, which stays in use: Esc closes it, and focus goes back to where it came from.
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { useWide } from "./useWide";

type SidePanelProps = {
  title: string;
  onClose: () => void;
  /** What the panel belongs to: there the focus goes when it closes. */
  comesFrom: () => HTMLElement | null;
  children: ReactNode;
};

/** In a narrow window the panel lies over everything beside it, which is out of reach until it is gone. */
function useCover(panel: RefObject<HTMLElement | null>): void {
  const wide = useWide();
  useLayoutEffect(() => {
    if (wide) return;
    const covered = [...(panel.current?.parentElement?.children ?? [])].filter((element) => element !== panel.current);
    covered.forEach((element) => {
      element.toggleAttribute("inert", true);
    });
    return () => {
      covered.forEach((element) => {
        element.toggleAttribute("inert", false);
      });
    };
  }, [panel, wide]);
}

export function SidePanel({ title, onClose, comesFrom, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  const origin = useRef(comesFrom);
  useCover(panel);

  useEffect(() => {
    origin.current = comesFrom;
  }, [comesFrom]);

  useLayoutEffect(() => {
    const element = panel.current;
    const place = origin;
    element?.focus();
    return () => {
      if (element?.contains(document.activeElement)) place.current()?.focus();
    };
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A menu, a box being typed into or a carried card takes the key for itself.
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [onClose]);

  return (
    <aside
      ref={panel}
      aria-label={title}
      tabIndex={-1}
      className="absolute inset-y-0 right-0 z-20 flex w-full shrink-0 animate-slide flex-col border-line bg-raised outline-none md:w-(--panel-width) md:border-l md:shadow-float lg:static lg:shadow-none"
    >
      {children}
    </aside>
  );
}
