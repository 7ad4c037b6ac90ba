// A floating box that belongs to the button that opens it; its machinery is fetched when somebody reaches for it.
import { Slot } from "@radix-ui/react-slot";
import { Suspense, useState, type ReactElement, type ReactNode } from "react";
import { fetchAhead, later } from "./later";

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
  const [opened, setOpened] = useState(false);
  const closed = (
    <Slot
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={() => {
        fetchAhead(fetchOpenPopover);
      }}
      onFocus={() => {
        fetchAhead(fetchOpenPopover);
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
      <OpenPopover {...props} />
    </Suspense>
  );
}
