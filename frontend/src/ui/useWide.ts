// Whether the window is wide enough for things to stand side by side.
import { useSyncExternalStore } from "react";

const query = () => window.matchMedia("(min-width: 768px)");

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener("change", listener);
  return () => {
    media.removeEventListener("change", listener);
  };
}

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}
