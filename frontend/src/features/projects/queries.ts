// What the page asks of projects.
import { useQuery } from "@tanstack/react-query";
import { allPages } from "../../api/allPages";
import { useApi } from "../../api/client";
import { answer } from "../../api/problem";

export function useProjects() {
  const api = useApi();
  return useQuery({
    queryKey: ["projects"],
    queryFn: () => allPages((cursor) => answer(api.GET("/api/v1/projects", { params: { query: { limit: 100, ...cursor } } }))),
    staleTime: 60_000,
  });
}
