// A panel beside the content of a page, which stays in use: Esc closes it, and focus goes back to where it was.
import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";

type SidePanelProps = { title: string; onClose: () => void; children: ReactNode };

export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    element?.focus();
    return () => {
      if (element?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
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
      className="absolute inset-y-0 right-0 z-20 flex w-(--panel-width) shrink-0 animate-slide flex-col border-l border-line bg-raised shadow-float outline-none lg:static lg:shadow-none"
    >
      {children}
    </aside>
  );
}
