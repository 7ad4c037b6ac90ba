// What the page asks of people.
import { useQuery } from "@tanstack/react-query";
import { allPages } from "../../api/allPages";
import { useApi } from "../../api/client";
import { answer } from "../../api/problem";
import type { People } from "../../api/types";

const NOBODY: People = new Map();

/** Everybody the caller may know of: the whole team for an admin, those on their tasks for a member. */
export function usePeople(): People {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["people"],
    queryFn: async (): Promise<People> => {
      const all = await allPages((cursor) => answer(api.GET("/api/v1/users", { params: { query: { limit: 100, ...cursor } } })));
      return new Map(all.map((person) => [person.id, person]));
    },
    staleTime: 60_000,
  });
  return data ?? NOBODY;
}
