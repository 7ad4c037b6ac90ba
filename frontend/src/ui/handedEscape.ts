// Esc for what is open below a message: Radix gives the key to whatever came up last, and a message leaves it alone.
import type { KeyboardEvent } from "react";

/** For `onKeyDown` of what is open; does nothing where the key has closed something already. */
export function handedEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
}
