// The popover itself: open from the moment it is first drawn, and from then on whenever its trigger says so.
import * as Radix from "@radix-ui/react-popover";
import { useState } from "react";
import { handedEscape } from "./handedEscape";
import type { PopoverProps } from "./Popover";

/** Focus goes back to the trigger, unless a link in the popover has already led it elsewhere. */
function keepFocusElsewhere(event: Event): void {
  if (document.activeElement !== document.body) event.preventDefault();
}

export default function OpenPopover({ trigger, label, wide = false, children }: PopoverProps) {
  const [open, setOpen] = useState(true);
  const close = () => {
    setOpen(false);
  };
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDown={handedEscape(close)}
          onCloseAutoFocus={keepFocusElsewhere}
          className={`z-50 animate-rise rounded-lg border border-line bg-raised shadow-float outline-none ${wide ? "w-96 max-w-[calc(100vw-16px)]" : "w-64"}`}
        >
          {typeof children === "function" ? children(close) : children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
