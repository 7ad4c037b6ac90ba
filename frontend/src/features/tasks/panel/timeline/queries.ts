// What the page asks about a task's past: its comments, all of them, and its history, page by page.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { allPages } from "../../../../api/allPages";
import { useApi } from "../../../../api/client";
import { answer } from "../../../../api/problem";
import { activityKeys } from "../../cache";

/** The API tells comments oldest first: the newest are known once all are. */
export function useComments(taskId: string) {
  const api = useApi();
  return useQuery({
    queryKey: activityKeys.comments(taskId),
    queryFn: () =>
      allPages((cursor) =>
        answer(api.GET("/api/v1/tasks/{taskId}/comments", { params: { path: { taskId }, query: { limit: 100, ...cursor } } })),
      ),
  });
}

/** Latest first. */
export function useEvents(taskId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: activityKeys.events(taskId),
    queryFn: ({ pageParam }) => {
      const query = pageParam === null ? {} : { cursor: pageParam };
      return answer(api.GET("/api/v1/tasks/{taskId}/events", { params: { path: { taskId }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
