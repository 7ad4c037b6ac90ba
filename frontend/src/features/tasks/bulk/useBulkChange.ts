// Changes many tasks as one: shown at once, told task by task where refused, and with a way back.
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi, type Api } from "../../../api/client";
import { answer, asFailure, Problem } from "../../../api/problem";
import type { TaskCard } from "../../../api/types";
import { strings } from "../../../strings";
import { useToast } from "../../../ui/Toasts";
import { bulkWords as words } from "../../../words/changing";
import { editTask, moveCard, removeTask, snapshot } from "../cache";
import { refresh } from "../sending";
import { applied, batchesOf, concerned, undoOf, type Batch, type BulkAction } from "./batches";

type Outcome = { changed: string[]; refused: Map<string, string> };

const RESTORES_AT_ONCE = 4;

async function send(api: Api, batches: Batch[]): Promise<Outcome> {
  const refused = new Map<string, string>();
  const changed = new Set<string>();
  for (const [index, batch] of batches.entries()) {
    try {
      const { results } = await answer(api.POST("/api/v1/tasks/bulk", { body: batch }));
      for (const { taskId, ok, problem } of results) {
        if (ok) changed.add(taskId);
        else refused.set(taskId, problem?.detail ?? problem?.title ?? strings.failures.unknown);
      }
    } catch (error) {
      // A batch that got no answer, or none that names tasks, is refused as a whole; without a network so are those after it.
      const isCutOff = error instanceof Problem && error.status === 0;
      const lost = isCutOff ? batches.slice(index) : [batch];
      lost.flatMap(({ taskIds }) => taskIds).forEach((taskId) => refused.set(taskId, asFailure(error).message));
      if (isCutOff) break;
    }
  }
  return { changed: [...changed].filter((taskId) => !refused.has(taskId)), refused };
}

async function restore(api: Api, taskIds: string[]): Promise<Outcome> {
  const outcome: Outcome = { changed: [], refused: new Map() };
  const waiting = [...taskIds];
  const worker = async () => {
    for (let taskId = waiting.shift(); taskId; taskId = waiting.shift()) {
      try {
        await answer(api.POST("/api/v1/tasks/{taskId}/restore", { params: { path: { taskId } } }));
        outcome.changed.push(taskId);
      } catch (error) {
        outcome.refused.set(taskId, asFailure(error).message);
      }
    }
  };
  await Promise.all(Array.from({ length: RESTORES_AT_ONCE }, worker));
  return outcome;
}

function showAhead(client: QueryClient, action: BulkAction, cards: TaskCard[]): () => void {
  const undo = snapshot(
    client,
    cards.map(({ id }) => id),
  );
  for (const card of cards) {
    if (action.kind === "delete") removeTask(client, card.id);
    else if (action.kind === "status") moveCard(client, card, { status: action.status });
    else editTask(client, card.id, (known) => applied(action, known));
  }
  return undo;
}

/** "Count the batons: only an admin may do that." for each refused task, three at most. */
function reasons({ refused }: Outcome, cards: TaskCard[]): string {
  const told = [...refused].slice(0, 3).map(([taskId, reason]) => words.refusal(cards.find(({ id }) => id === taskId)?.title ?? taskId, reason));
  return refused.size > told.length ? [...told, words.more(refused.size - told.length)].join(" ") : told.join(" ");
}

export function useBulkChange(): (action: BulkAction, cards: TaskCard[]) => Promise<void> {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();

  const tell = useCallback(
    (outcome: Outcome, cards: TaskCard[], done: (count: number) => string, takeBack?: () => void) => {
      const { changed, refused } = outcome;
      const action = takeBack && changed.length > 0 ? { action: { label: strings.undo.label, onAction: takeBack } } : {};
      if (refused.size === 0) toast({ title: done(changed.length), ...action });
      else toast({ kind: "failure", title: words.partly(done(changed.length), refused.size), detail: reasons(outcome, cards), ...action });
    },
    [toast],
  );

  return useCallback(
    async (action: BulkAction, chosen: TaskCard[]) => {
      const cards = concerned(action, chosen);
      if (cards.length === 0) {
        toast({ title: words.nothing });
        return;
      }
      const putBack = showAhead(client, action, cards);
      const outcome = await send(api, batchesOf(action, cards));
      if (outcome.changed.length === 0) putBack();
      await refresh(client);

      const before = cards.filter(({ id }) => outcome.changed.includes(id));
      const batches = undoOf(action, before);
      const takeBack = async () => {
        const undone = action.kind === "delete" ? await restore(api, outcome.changed) : await send(api, batches);
        await refresh(client);
        tell(undone, cards, action.kind === "delete" ? words.restored : words.undone);
      };
      const canUndo = action.kind === "delete" || batches.length > 0;
      tell(outcome, cards, action.kind === "delete" ? words.deleted : words.changed, canUndo ? () => void takeBack() : undefined);
    },
    [api, client, tell, toast],
  );
}
