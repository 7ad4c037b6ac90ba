// Making tasks: each draft goes under a key of its own, so that it is made once however often it is sent.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi, type Api } from "../../api/client";
import { answer, asFailure, isUnreachable } from "../../api/problem";
import { statsKey } from "../../api/queryClient";
import type { NewTask, Status, TaskCard } from "../../api/types";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { keys } from "./cache";
import { sendStatus } from "./changes";
import { persistently, refresh, sendingKeys } from "./sending";

function sendNew(api: Api, task: NewTask, key: string): Promise<TaskCard> {
  return answer(api.POST("/api/v1/tasks", { params: { header: { "Idempotency-Key": key } }, body: task }));
}

/** Of drafts that were sent and not made, by what they say: the same again may have been made, its answer lost. */
const keysOfDrafts = new Map<string, string>();

function keyOf(draft: NewTask): string {
  const said = JSON.stringify(draft);
  const key = keysOfDrafts.get(said) ?? crypto.randomUUID();
  keysOfDrafts.set(said, key);
  return key;
}

/** For whoever waits for it, and sends it again. */
export function useCreateTask() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    scope: { id: "tasks" },
    mutationFn: (draft: NewTask) => sendNew(api, draft, keyOf(draft)),
    onSuccess: (_, draft) => {
      keysOfDrafts.delete(JSON.stringify(draft));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: statsKey });
      return client.invalidateQueries({ queryKey: keys.lists });
    },
  });
}

/** `stayed` says why a task that was made is not in the column that it was made for. */
type Made = { task: TaskCard; stayed: ReturnType<typeof asFailure> | null };

/** A task starts as Open; in another column it is created and then moved there. */
async function makeIn(api: Api, status: Status, task: NewTask, key: string): Promise<Made> {
  const made = await sendNew(api, task, key);
  if (status === made.status) return { task: made, stayed: null };
  try {
    return { task: await sendStatus(api, made.id, status), stayed: null };
  } catch (error) {
    if (isUnreachable(error)) throw error;
    return { task: made, stayed: asFailure(error) };
  }
}

type Told = {
  onCreated: (task: TaskCard) => void;
  onRefused: () => void;
  /** What was refused is sent once more. */
  onAgain: () => void;
};

/** For whoever goes on with the next: keeps trying while nobody answers, and tells what is refused wherever one is by then. */
export function useAddTask(): (task: NewTask, status: Status, told: Told) => void {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  return useCallback(
    (task: NewTask, status: Status, told: Told) => {
      const key = crypto.randomUUID();
      const onMade = ({ task: made, stayed }: Made) => {
        if (stayed === null) told.onCreated(made);
        else toast({ kind: "failure", title: strings.tasks.createdIn(made.title, strings.tasks.statuses[made.status]), failure: stayed });
      };
      const send = () => {
        const mutation = client.getMutationCache().build(client, {
          scope: { id: "new tasks" },
          mutationKey: sendingKeys.all,
          ...persistently,
          mutationFn: () => makeIn(api, status, task, key),
          onSuccess: onMade,
          onError: (error: Error) => {
            told.onRefused();
            const action = { label: strings.retry, onAction: again };
            toast({ kind: "failure", title: strings.tasks.notCreated(task.title), failure: asFailure(error), action });
          },
          onSettled: () => {
            if (client.isMutating({ mutationKey: sendingKeys.all }) === 1) void refresh(client);
          },
        });
        mutation.execute(undefined).catch(() => undefined);
      };
      const again = () => {
        told.onAgain();
        send();
      };
      send();
    },
    [api, client, toast],
  );
}
