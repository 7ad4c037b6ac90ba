// What the page asks of the trash, and bringing tasks back from it.
import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { useApi } from "../../api/client";
import { answer, asFailure } from "../../api/problem";
import { keptWhileOffline } from "../../api/queryClient";
import type { Page, TrashedTask } from "../../api/types";
import { useToast } from "../../ui/Toasts";
import { trash } from "../../words/trash";

const PAGE_SIZE = 50;

const key = ["trash"] as const;

type Pages = InfiniteData<Page<TrashedTask>, string | null>;

/** Of all projects, last deleted first. */
export function useTrash() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return answer(api.GET("/api/v1/trash", { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

function takeOut(client: QueryClient, taskId: string): void {
  client.setQueryData<Pages>(
    key,
    (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.filter((task) => task.id !== taskId) })) },
  );
}

/** One after the other: one that is refused keeps no other from coming back. Gives those that came. */
export function useRestore() {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();

  const restore = async (task: TrashedTask): Promise<TrashedTask[]> => {
    try {
      await answer(api.POST("/api/v1/tasks/{taskId}/restore", { params: { path: { taskId: task.id } } }));
      takeOut(client, task.id);
      return [task];
    } catch (error) {
      toast({ kind: "failure", title: trash.notRestored(task.title), failure: asFailure(error) });
      return [];
    }
  };

  return useMutation({
    ...keptWhileOffline,
    mutationFn: async (tasks: TrashedTask[]) => {
      const restored: TrashedTask[] = [];
      for (const task of tasks) restored.push(...(await restore(task)));
      return restored;
    },
    // What was gone may now be on any board, in any list and in every count.
    onSettled: () => {
      void client.invalidateQueries();
    },
  });
}
