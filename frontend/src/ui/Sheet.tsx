// A sheet over the page, from its left or its right side.
import * as Radix from "@radix-ui/react-dialog";
import type { ReactNode } from "react";

type SheetProps = { title: string; side: "left" | "right"; onClose: () => void; children: ReactNode };

const SIDES = { left: "left-0 w-64 border-r bg-sidebar", right: "right-0 w-full border-l bg-raised sm:w-(--panel-width)" };

/** Open for as long as it is mounted. */
export default function Sheet({ title, side, onClose, children }: SheetProps) {
  return (
    <Radix.Root
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 bg-veil" />
        <Radix.Content
          aria-describedby={undefined}
          className={`fixed inset-y-0 z-30 flex max-w-full animate-slide flex-col border-line shadow-float outline-none ${SIDES[side]}`}
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
