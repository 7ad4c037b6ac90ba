// Everything the page asks of the inbox and does to it; read marks show at once and are taken back when refused.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi } from "../../api/client";
import { answer, asFailure, done } from "../../api/problem";
import { REFRESH_MS } from "../../api/queryClient";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { keys, markAhead, type Marked, type Shown } from "./cache";

const PAGE_SIZE = 50;

export function useInbox(shown: Shown) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.list(shown),
    queryFn: ({ pageParam }) => {
      const query = {
        limit: PAGE_SIZE,
        ...(shown === "unread" ? { unread: true } : {}),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return answer(api.GET("/api/v1/inbox", { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });
}

/** 0 as long as it is not known. */
export function useUnreadCount(): number {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.count,
    queryFn: async () => (await answer(api.GET("/api/v1/inbox/unread-count"))).count,
    refetchInterval: REFRESH_MS,
  });
  return data ?? 0;
}

export function useMarkRead(): (marked: Marked) => void {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation({
    mutationKey: keys.all,
    scope: { id: "inbox" },
    mutationFn: ({ marked }: { marked: Marked; undo: () => void }) =>
      done(api.POST("/api/v1/inbox/read", { body: marked === "all" ? { all: true } : { ids: [...marked] } })),
    onError: (error, { undo }) => {
      undo();
      toast({ kind: "failure", title: strings.inbox.notMarked, failure: asFailure(error) });
    },
    onSettled: () => {
      // While another mark is under way its entry would jump back and forth.
      if (client.isMutating({ mutationKey: keys.all }) === 1) void client.invalidateQueries({ queryKey: keys.all });
    },
  });
  return useCallback(
    (marked: Marked) => {
      mutate({ marked, undo: markAhead(client, marked, new Date().toISOString()) });
    },
    [client, mutate],
  );
}
