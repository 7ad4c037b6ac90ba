// Everything the page asks of tasks and does to them; changes show at once and are taken back when refused.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi, type Api } from "../../api/client";
import { answer, asFailure, isOutdated } from "../../api/problem";
import { REFRESH_MS } from "../../api/queryClient";
import type { NewTask, Status, TaskCard } from "../../api/types";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { editTask, keys, knownVersion, moveCard, snapshot, type CardPages, type Place } from "./cache";
import type { STATUSES } from "./status";

const PAGE_SIZE = 50;

type Filter = { project?: string; status?: Status[]; assignee?: string };

function useCards(queryKey: readonly string[], filter: Filter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => {
      const query = { ...filter, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return answer(api.GET("/api/v1/tasks", { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });
}

export type CardsQuery = ReturnType<typeof useCards>;

export function cardsIn(pages: Pick<CardPages, "pages"> | undefined): TaskCard[] {
  return pages?.pages.flatMap((page) => page.items) ?? [];
}

function useColumn(projectId: string, status: Status): CardsQuery {
  return useCards(keys.column(projectId, status), { project: projectId, status: [status] });
}

export type BoardQueries = Record<(typeof STATUSES)[number], CardsQuery>;

export function useBoard(projectId: string): BoardQueries {
  return {
    OPEN: useColumn(projectId, "OPEN"),
    IN_PROGRESS: useColumn(projectId, "IN_PROGRESS"),
    UNDER_REVIEW: useColumn(projectId, "UNDER_REVIEW"),
    COMPLETED: useColumn(projectId, "COMPLETED"),
    CLOSED: useColumn(projectId, "CLOSED"),
  };
}

export function useTasksOf(userId: string): CardsQuery {
  return useCards(keys.assignee(userId), { assignee: userId });
}

export function useTask(taskId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.one(taskId),
    queryFn: () => answer(api.GET("/api/v1/tasks/{taskId}", { params: { path: { taskId } } })),
    refetchInterval: REFRESH_MS,
  });
}

type Change = {
  /** The card as it was; changes of one task wait for each other. */
  card: TaskCard;
  ahead: (client: QueryClient) => void;
  send: (api: Api, version: number) => Promise<TaskCard>;
  failed: string;
};

/** Shows a change at once, sends it, and takes it back with the reason when it is refused. */
function useChange() {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate } = useMutation({
    scope: { id: "tasks" },
    mutationFn: ({ card, send }: Change & { undo: () => void }) => send(api, knownVersion(client, card)),
    onSuccess: (task) => {
      editTask(client, task.id, (known) => ({ ...known, ...task }));
    },
    onError: (error, { undo, failed }) => {
      undo();
      const detail = isOutdated(error) ? strings.tasks.outdated(error.message) : asFailure(error).message;
      toast({ kind: "failure", title: failed, detail });
    },
    onSettled: () => {
      // While another change is under way its cards would jump back and forth.
      if (client.isMutating() === 1) void client.invalidateQueries({ queryKey: keys.all });
    },
  });
  return useCallback(
    (change: Change) => {
      const undo = snapshot(client);
      change.ahead(client);
      mutate({ ...change, undo });
    },
    [client, mutate],
  );
}

export function useMoveTask() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, place: Place) => {
      change({
        card,
        failed: strings.tasks.notMoved(card.title),
        ahead: (client) => {
          moveCard(client, card, place);
        },
        send: (api, version) => {
          const params = { path: { taskId: card.id }, header: { "If-Match": `"${String(version)}"` } };
          return answer(api.POST("/api/v1/tasks/{taskId}/move", { params, body: place }));
        },
      });
    },
    [change],
  );
}

export function useChangeStatus() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, status: Status) => {
      change({
        card,
        failed: strings.tasks.notMoved(card.title),
        ahead: (client) => {
          moveCard(client, card, { status });
        },
        send: (api) => answer(api.PATCH("/api/v1/tasks/{taskId}/status", { params: { path: { taskId: card.id } }, body: { status } })),
      });
    },
    [change],
  );
}

function sendAssignment(api: Api, taskId: string, userId: string, assigned: boolean): Promise<TaskCard> {
  if (assigned) return answer(api.POST("/api/v1/tasks/{taskId}/assignments", { params: { path: { taskId } }, body: { userIds: [userId] } }));
  return answer(api.DELETE("/api/v1/tasks/{taskId}/assignments/{userId}", { params: { path: { taskId, userId } } }));
}

export function useAssign() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, userId: string, assigned: boolean) => {
      const others = (ids: string[]) => ids.filter((id) => id !== userId);
      change({
        card,
        failed: strings.tasks.notAssigned(card.title),
        ahead: (client) => {
          editTask(client, card.id, (known) => ({
            ...known,
            assigneeIds: assigned ? [...others(known.assigneeIds), userId] : others(known.assigneeIds),
          }));
        },
        send: (api) => sendAssignment(api, card.id, userId, assigned),
      });
    },
    [change],
  );
}

export type Draft = NewTask & { status?: Status };

/** A task starts as Open; in another column it is created and then moved there. */
async function create(api: Api, { status = "OPEN", ...task }: Draft): Promise<TaskCard> {
  const created = await answer(api.POST("/api/v1/tasks", { body: task }));
  if (status === "OPEN") return created;
  return answer(api.PATCH("/api/v1/tasks/{taskId}/status", { params: { path: { taskId: created.id } }, body: { status } }));
}

export function useCreateTask() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    scope: { id: "tasks" },
    mutationFn: (draft: Draft) => create(api, draft),
    onSettled: () => client.invalidateQueries({ queryKey: keys.lists }),
  });
}
