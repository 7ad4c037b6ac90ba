// The chosen theme: light, dark, or whatever the system says; kept in this browser.
import { useSyncExternalStore } from "react";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "baton.theme";
const listeners = new Set<() => void>();

function named(name: string | null): Theme {
  return THEMES.find((theme) => theme === name) ?? "system";
}

function chosen(): Theme {
  return named(localStorage.getItem(KEY));
}

export function applyTheme(theme: Theme = chosen()): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

function choose(name: string): void {
  const theme = named(name);
  localStorage.setItem(KEY, theme);
  applyTheme(theme);
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTheme(): [Theme, (name: string) => void] {
  return [useSyncExternalStore(subscribe, chosen), choose];
}
