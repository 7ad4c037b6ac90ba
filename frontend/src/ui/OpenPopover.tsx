// The popover itself: open from the moment it is first drawn, and from then on whenever its trigger says so.
import * as Radix from "@radix-ui/react-popover";
import type { PopoverProps } from "./Popover";

export default function OpenPopover({ trigger, label, children }: PopoverProps) {
  return (
    <Radix.Root defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-64 animate-rise rounded-lg border border-line bg-raised shadow-float outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
