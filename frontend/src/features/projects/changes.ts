// What an admin does with projects: make one, and give one another name.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../api/client";
import { answer } from "../../api/problem";
import { keptWhileOffline } from "../../api/queryClient";
import type { Project } from "../../api/types";
import { keys } from "./keys";

function byName(one: Project, other: Project): number {
  return one.name.localeCompare(other.name);
}

export function useCreateProject() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    ...keptWhileOffline,
    mutationFn: (name: string) => answer(api.POST("/api/v1/projects", { body: { name } })),
    onSuccess: (created) => {
      client.setQueryData<Project[]>(keys.all, (known) => known && [...known, created].sort(byName));
      void client.invalidateQueries({ queryKey: keys.all });
    },
  });
}

export function useRenameProject(projectId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    ...keptWhileOffline,
    mutationFn: (name: string) => answer(api.PATCH("/api/v1/projects/{projectId}", { params: { path: { projectId } }, body: { name } })),
    onSuccess: (renamed) => {
      client.setQueryData<Project[]>(keys.all, (known) => known?.map((each) => (each.id === renamed.id ? renamed : each)).sort(byName));
      void client.invalidateQueries({ queryKey: keys.all });
    },
  });
}
