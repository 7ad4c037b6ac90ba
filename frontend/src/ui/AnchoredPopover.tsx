// A floating box beside something that did not open it itself: a card, say, whose key was pressed.
import * as Radix from "@radix-ui/react-popover";
import { useMemo, type ReactNode } from "react";
import { handedEscape } from "./handedEscape";

type AnchoredProps = { anchor: Element; label: string; onClose: () => void; onClosed: () => void; children: ReactNode };

/** Open for as long as it is mounted; `onClosed` says where the focus goes. */
export default function AnchoredPopover({ anchor, label, onClose, onClosed, children }: AnchoredProps) {
  const virtualRef = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Anchor virtualRef={virtualRef} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDown={handedEscape(onClose)}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed();
          }}
          className="z-50 w-64 max-w-[calc(100vw-16px)] animate-rise rounded-lg border border-line bg-raised shadow-float outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
