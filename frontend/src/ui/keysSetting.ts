// Whether single keys do things on this device; people who dictate, or use other tools with keys, switch them off.
import { useSyncExternalStore } from "react";

const KEY = "baton.keys";
const listeners = new Set<() => void>();

export function areKeysOn(): boolean {
  return localStorage.getItem(KEY) !== "off";
}

function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, "off");
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether keys are on, and what switches them. */
export function useKeysSetting(): [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, areKeysOn), switchKeys];
}
