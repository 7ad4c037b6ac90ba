// A button and what it opens, whose machinery is fetched when somebody reaches for the button.
import { Slot } from "@radix-ui/react-slot";
import { Suspense, useState, type ReactElement, type ReactNode } from "react";
import { fetchAhead } from "./later";

type OpenerProps = {
  trigger: ReactElement;
  opens: "menu" | "dialog";
  fetchOpen: () => Promise<unknown>;
  /** Open once it is drawn, and from then on in charge of the trigger. */
  children: ReactNode;
};

export function Opener({ trigger, opens, fetchOpen, children }: OpenerProps) {
  const [opened, setOpened] = useState(false);
  if (opened) return <Suspense fallback={trigger}>{children}</Suspense>;
  const reach = () => {
    fetchAhead(fetchOpen);
  };
  return (
    <Slot
      aria-haspopup={opens}
      aria-expanded={false}
      onPointerEnter={reach}
      onFocus={reach}
      onClick={() => {
        setOpened(true);
      }}
    >
      {trigger}
    </Slot>
  );
}
