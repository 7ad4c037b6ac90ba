// A floating box that belongs to the button that opens it; its machinery is fetched when somebody reaches for it.
import { Slot } from "@radix-ui/react-slot";
import { lazy, Suspense, useState, type ReactElement, type ReactNode } from "react";

export type PopoverProps = { trigger: ReactElement; label: string; children: ReactNode };

const fetchOpenPopover = () => import("./OpenPopover");
const OpenPopover = lazy(fetchOpenPopover);

export function Popover(props: PopoverProps) {
  const [opened, setOpened] = useState(false);
  const closed = (
    <Slot
      aria-haspopup="dialog"
      aria-expanded={false}
      onPointerEnter={() => void fetchOpenPopover()}
      onFocus={() => void fetchOpenPopover()}
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
