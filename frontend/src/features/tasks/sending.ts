// How a change of a task travels: shown at once, sent in turn, sent again while nobody answers, taken back when refused.
import { onlineManager, useMutationState, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi, type Api } from "../../api/client";
import { asFailure, isOutdated, isUnreachable } from "../../api/problem";
import { statsKey } from "../../api/queryClient";
import type { TaskCard } from "../../api/types";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { activityKeys, editTask, keys, knownVersion, snapshot } from "./cache";

export const sendingKeys = {
  all: ["sending"] as const,
  of: (taskId: string) => ["sending", taskId] as const,
};

const LONGEST_WAIT_MS = 8_000;

/** Changes of one task wait for each other, so that each one knows the version that the last one made. */
export function inTurn(taskId: string) {
  return { scope: { id: `task ${taskId}` }, mutationKey: sendingKeys.of(taskId) };
}

/** A reload forgets what was under way; whoever kept it asks before sending it again. */
export function isUnderWay(client: QueryClient, taskId: string, what: string): boolean {
  const pending = client.getMutationCache().findAll({ mutationKey: sendingKeys.of(taskId), status: "pending" });
  return pending.some(({ meta }) => meta?.["what"] === what);
}

/** Whether a change of this part of the task waits for an answer that doesn't come. */
export function useIsWaiting(taskId: string, what: string): boolean {
  const pending = useMutationState({
    filters: { mutationKey: sendingKeys.of(taskId), status: "pending" },
    select: ({ state, meta }) => ({
      what: meta?.["what"],
      unanswered: state.failureCount > 0 || (state.isPaused && !onlineManager.isOnline()),
    }),
  });
  // One that waits for its turn waits for the same answer as the one before it.
  return pending.some((change) => change.what === what) && pending.some((change) => change.unanswered);
}

/** For as long as nobody answers; while the browser is offline it waits and goes on by itself. */
export const persistently = {
  networkMode: "online" as const,
  retry: (_: number, error: Error) => isUnreachable(error),
  retryDelay: (failures: number) => Math.min(1_000 * 2 ** failures, LONGEST_WAIT_MS),
};

/** What the server has now, history, comments and counts included. */
export async function refresh(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: keys.all }),
    client.invalidateQueries({ queryKey: activityKeys.all }),
    client.invalidateQueries({ queryKey: statsKey }),
  ]);
}

/** The version that was seen: nobody's newer change is written over. */
export function ifMatch(version: number) {
  return { "If-Match": `"${String(version)}"` };
}

export type Change = {
  card: TaskCard;
  ahead: (client: QueryClient) => void;
  /** Answers what the task is now, or nothing when there is none any more. */
  send: (api: Api, version: number) => Promise<Partial<TaskCard> | null>;
  failed: string;
  /** What of the task it changes. */
  what: string;
  /** Moves in a column depend on each other, whichever task they are of; they are refused when nobody answers. */
  order?: "task" | "board";
  onDone?: () => void;
};

/** Shows a change at once, sends it, and takes it back with the reason when it is refused. */
export function useChange(): (change: Change) => void {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  return useCallback(
    ({ card, ahead, send, failed, what, order = "task", onDone }: Change) => {
      const undo = snapshot(client, [card.id]);
      ahead(client);
      const way = order === "task" ? { ...inTurn(card.id), ...persistently } : { scope: { id: "tasks" }, mutationKey: sendingKeys.all };
      const mutation = client.getMutationCache().build(client, {
        ...way,
        meta: { what },
        mutationFn: () => send(api, knownVersion(client, card)),
        onSuccess: (task: Partial<TaskCard> | null) => {
          if (task) editTask(client, card.id, (known) => ({ ...known, ...task }));
          onDone?.();
        },
        onError: (error: Error) => {
          undo();
          const failure = asFailure(error);
          const message = isOutdated(error) ? strings.tasks.outdated(error.message) : failure.message;
          toast({ kind: "failure", title: failed, failure: { ...failure, message } });
        },
        onSettled: () => {
          // While another change is under way its cards would jump back and forth.
          if (client.isMutating({ mutationKey: sendingKeys.all }) === 1) void refresh(client);
        },
      });
      // Its callbacks have dealt with the refusal.
      mutation.execute(undefined).catch(() => undefined);
    },
    [api, client, toast],
  );
}
