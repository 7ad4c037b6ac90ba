// What somebody typed or chose and the server doesn't have yet; it outlives a closed panel and a reload of this tab.
import { useMemo, useSyncExternalStore } from "react";

/**
 * `typing`: in an open box. `kept`: the box was closed without saving.
 * `sending`: on its way, however long that takes. `asking`: somebody else changed the same thing meanwhile.
 * `base` is what the server had when it began.
 */
export type Unsaved<Value> = { mine: Value; base: Value; mode: "typing" | "kept" | "sending" | "asking" };

const PREFIX = "baton.unsaved.";
const listeners = new Set<() => void>();

/** Whose it is, of which task and what of it: two people who share a browser never see each other's words. */
export function placeOf(...parts: [owner: string, taskId: string, what: string]): string {
  return PREFIX + parts.join(".");
}

function tell(): void {
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function parse<Value>(stored: string | null): Unsaved<Value> | null {
  return stored === null ? null : (JSON.parse(stored) as Unsaved<Value>);
}

export function readUnsaved<Value>(place: string): Unsaved<Value> | null {
  return parse(sessionStorage.getItem(place));
}

export function keepUnsaved<Value>(place: string, unsaved: Unsaved<Value>): void {
  sessionStorage.setItem(place, JSON.stringify(unsaved));
  tell();
}

export function forgetUnsaved(place: string): void {
  sessionStorage.removeItem(place);
  tell();
}

export function useUnsaved<Value>(place: string): Unsaved<Value> | null {
  const stored = useSyncExternalStore(subscribe, () => sessionStorage.getItem(place));
  return useMemo(() => parse<Value>(stored), [stored]);
}

/** The places under a prefix that hold something, in the order of their names. */
export function placesUnder(prefix: string): string[] {
  return Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? "")
    .filter((place) => place.startsWith(prefix))
    .sort();
}

export function usePlacesUnder(prefix: string): string[] {
  const joined = useSyncExternalStore(subscribe, () => placesUnder(prefix).join("\n"));
  return useMemo(() => (joined === "" ? [] : joined.split("\n")), [joined]);
}
