// How answers of the API are kept: fresh for a moment, asked again on focus, retried only when that can help.
import { QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem";

/** Open pages ask again this often while they are visible. */
export const REFRESH_MS = 15_000;

/** How many tasks there are: whatever changes tasks asks for it again. */
export const statsKey = ["stats"] as const;

/** A change that is made without a network waits for it and is then sent. */
export const keptWhileOffline = { networkMode: "online" } as const;

function worthRetrying(failures: number, error: unknown): boolean {
  const unreachable = error instanceof Problem && (error.status === 0 || error.status === 503);
  return unreachable && failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: worthRetrying, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
