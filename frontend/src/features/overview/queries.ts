// How many tasks there are, as the API counts them.
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/client";
import { answer } from "../../api/problem";
import { statsKey } from "../../api/queryClient";
import type { Stats } from "../../api/types";

/** Counting reads more than other questions do, so it is asked less often. */
const RECOUNT_MS = 60_000;

export function useStats() {
  const api = useApi();
  return useQuery({
    queryKey: statsKey,
    queryFn: () => answer(api.GET("/api/v1/stats")),
    staleTime: 10_000,
    refetchInterval: RECOUNT_MS,
  });
}

type Counts = Stats["byStatus"];

export function unfinishedIn(counts: Counts): number {
  return (counts["OPEN"] ?? 0) + (counts["IN_PROGRESS"] ?? 0) + (counts["UNDER_REVIEW"] ?? 0);
}

export function allIn(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
