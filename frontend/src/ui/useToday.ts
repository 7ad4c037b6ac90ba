// Today's calendar date in a time zone; whoever shows it shows the next one when the day is over.
import { useSyncExternalStore } from "react";
import { todayIn } from "./calendarDate";

const LOOK_MS = 30_000;

/** A browser slows the clocks of a page that is out of sight: it looks again when it is seen. */
function subscribe(look: () => void): () => void {
  const timer = setInterval(look, LOOK_MS);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

export function useToday(timeZone: string): string {
  return useSyncExternalStore(subscribe, () => todayIn(timeZone));
}
