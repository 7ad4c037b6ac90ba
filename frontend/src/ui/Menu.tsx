// A drop-down menu, described as a list of entries; its machinery is fetched when somebody reaches for it.
import { Slot } from "@radix-ui/react-slot";
import { Suspense, useState, type ReactElement, type ReactNode } from "react";
import { fetchAhead, later } from "./later";

export type MenuEntry =
  | { kind: "heading"; text: string }
  | { kind: "line" }
  | { kind: "action"; label: string; icon: ReactNode; onSelect: () => void }
  | { kind: "choice"; label: string; value: string; options: { value: string; label: string; icon?: ReactNode }[]; onChoose: (value: string) => void };

export type MenuProps = {
  trigger: ReactElement;
  /** Called each time the menu is drawn. */
  entries: () => MenuEntry[];
  align?: "start" | "end";
  side?: "top" | "bottom";
};

export const fetchOpenMenu = () => import("./OpenMenu");
const OpenMenu = later(fetchOpenMenu);

export function Menu(props: MenuProps) {
  const [opened, setOpened] = useState(false);
  const closed = (
    <Slot
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => {
        fetchAhead(fetchOpenMenu);
      }}
      onFocus={() => {
        fetchAhead(fetchOpenMenu);
      }}
      onClick={() => {
        setOpened(true);
      }}
    >
      {props.trigger}
    </Slot>
  );
  if (!opened) return closed;
  return (
    <Suspense fallback={props.trigger}>
      <OpenMenu {...props} />
    </Suspense>
  );
}
