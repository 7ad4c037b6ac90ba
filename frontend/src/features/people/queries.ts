// What the page asks of people.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { allPages } from "../../api/allPages";
import { useApi } from "../../api/client";
import { answer } from "../../api/problem";
import { REFRESH_MS } from "../../api/queryClient";
import type { People } from "../../api/types";

const PAGE_SIZE = 50;

/** `names` holds everybody at once, by id; `team` the same people page by page. */
export const keys = { names: ["people"] as const, team: ["team"] as const };

const NOBODY: People = new Map();

/** Everybody the caller may know of: the whole team for an admin, those on their tasks for a member. */
export function usePeople(): People {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.names,
    queryFn: async (): Promise<People> => {
      const all = await allPages((cursor) => answer(api.GET("/api/v1/users", { params: { query: { limit: 100, ...cursor } } })));
      return new Map(all.map((person) => [person.id, person]));
    },
    staleTime: REFRESH_MS,
  });
  return data ?? NOBODY;
}

/** The team by name, page after page; for admins. */
export function useTeam() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.team,
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return answer(api.GET("/api/v1/users", { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });
}
