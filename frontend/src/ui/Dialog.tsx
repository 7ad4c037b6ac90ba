// A dialog in the middle of the page; focus goes back to where it was when it closes.
import * as Radix from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import { useState, type ReactNode, type RefObject } from "react";
import { strings } from "../strings";
import { IconButton } from "./Button";
import { handedEscape } from "./handedEscape";

type DialogProps = {
  title: string;
  onClose: () => void;
  /** Without its head: for what says by itself what it is. Screen readers hear the title all the same. */
  bare?: boolean;
  /** Where the focus goes afterwards; needed where a menu opened the dialog, whose item is gone by then. */
  returnTo?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** Open for as long as it is mounted. */
export function Dialog({ title, onClose, bare = false, returnTo, children }: DialogProps) {
  // Opened by a key as well as by a button: Radix alone would know of a button.
  const [before] = useState(() => document.activeElement);
  return (
    <Radix.Root
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          aria-describedby={undefined}
          onKeyDown={handedEscape(onClose)}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const back = returnTo?.current ?? before;
            if (document.activeElement === document.body && back instanceof HTMLElement) back.focus();
          }}
          className="fixed inset-x-3 top-[8vh] z-40 mx-auto max-h-[84vh] max-w-lg animate-rise scroll-pb-20 overflow-y-auto rounded-xl border border-line bg-raised shadow-float"
        >
          {bare ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <header className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
              <Radix.Title className="font-medium">{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton label={strings.close}>
                  <X size={16} />
                </IconButton>
              </Radix.Close>
            </header>
          )}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
