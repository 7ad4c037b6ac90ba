// What the page asks of projects.
import { useQuery } from "@tanstack/react-query";
import { allPages } from "../../api/allPages";
import { useApi } from "../../api/client";
import { answer } from "../../api/problem";
import { useArchivingIds } from "./archiving";
import { keys } from "./keys";

/** All of them by name, the archived too: their tasks are still read. */
function useProjects() {
  const api = useApi();
  return useQuery({
    queryKey: keys.all,
    queryFn: () => allPages((cursor) => answer(api.GET("/api/v1/projects", { params: { query: { limit: 100, ...cursor } } }))),
    staleTime: 60_000,
  });
}

/** Those that are worked in, apart from those that are archived or about to be. */
export function useProjectsByState() {
  const query = useProjects();
  const archiving = useArchivingIds();
  const active = query.data?.filter(({ id, archived }) => !archived && !archiving.has(id));
  const archived = query.data?.filter((project) => project.archived);
  return { ...query, active, archived };
}
