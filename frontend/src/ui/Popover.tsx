// A floating box that belongs to the button that opens it; its machinery is fetched when somebody reaches for it.
import type { ReactElement, ReactNode } from "react";
import { later } from "./later";
import { Opener } from "./Opener";

export type PopoverProps = {
  trigger: ReactElement;
  label: string;
  wide?: boolean;
  /** A function is given what closes the popover. */
  children: ReactNode | ((close: () => void) => ReactNode);
};

export const fetchOpenPopover = () => import("./OpenPopover");
const OpenPopover = later(fetchOpenPopover);

export function Popover(props: PopoverProps) {
  return (
    <Opener trigger={props.trigger} opens="dialog" fetchOpen={fetchOpenPopover}>
      <OpenPopover {...props} />
    </Opener>
  );
}
