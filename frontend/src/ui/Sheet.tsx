// A sheet over the page, from its left side.
import * as Radix from "@radix-ui/react-dialog";
import type { ReactNode } from "react";

type SheetProps = { title: string; onClose: () => void; children: ReactNode };

/** Open for as long as it is mounted. */
export default function Sheet({ title, onClose, children }: SheetProps) {
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
          className="fixed inset-y-0 left-0 z-30 flex w-64 max-w-full animate-slide flex-col border-r border-line bg-sidebar shadow-float outline-none"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
