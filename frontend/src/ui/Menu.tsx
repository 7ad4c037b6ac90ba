// A drop-down menu, described as a list of entries; its machinery is fetched when somebody reaches for it.
import type { ReactElement, ReactNode } from "react";
import { later } from "./later";
import { Opener } from "./Opener";

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
  return (
    <Opener trigger={props.trigger} opens="menu" fetchOpen={fetchOpenMenu}>
      <OpenMenu {...props} />
    </Opener>
  );
}
