// Has a part of the page at hand before it is needed: once the page has come to rest, and perhaps still has a network.
import { useEffect } from "react";
import { fetchAhead } from "./later";

/** By then the first page is drawn. */
const REST_MS = 3_000;

export function useAhead(fetchPart: () => Promise<unknown>): void {
  useEffect(() => {
    const rest = setTimeout(fetchAhead, REST_MS, fetchPart);
    return () => {
      clearTimeout(rest);
    };
  }, [fetchPart]);
}
