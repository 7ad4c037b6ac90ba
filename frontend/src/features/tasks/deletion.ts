// Deleting a task, and bringing it back: it lies in the trash, so there is an Undo instead of a question.
import { useCallback } from "react";
import { answer, done, unlessGone } from "../../api/problem";
import type { TaskCard } from "../../api/types";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { removeTask } from "./cache";
import { ifMatch, useChange } from "./sending";

function useRestoreTask() {
  const change = useChange();
  const toast = useToast();
  return useCallback(
    (card: TaskCard) => {
      change({
        card,
        what: "deletion",
        failed: strings.tasks.notRestored(card.title),
        ahead: () => undefined,
        send: (api) => answer(api.POST("/api/v1/tasks/{taskId}/restore", { params: { path: { taskId: card.id } } })),
        onDone: () => {
          toast({ title: strings.undo.restored(card.title) });
        },
      });
    },
    [change, toast],
  );
}

/** Into the trash at once, with a way back in the message that says so. */
export function useDeleteTask() {
  const change = useChange();
  const restore = useRestoreTask();
  const toast = useToast();
  return useCallback(
    (card: TaskCard) => {
      const undo = () => {
        restore(card);
      };
      change({
        card,
        what: "deletion",
        failed: strings.tasks.notDeleted(card.title),
        ahead: (client) => {
          removeTask(client, card.id);
        },
        send: async (api, version) => {
          const params = { path: { taskId: card.id }, header: ifMatch(version) };
          await unlessGone(done(api.DELETE("/api/v1/tasks/{taskId}", { params })));
          return null;
        },
      });
      toast({ title: strings.undo.deleted(card.title), action: { label: strings.undo.label, onAction: undo } });
    },
    [change, restore, toast],
  );
}
