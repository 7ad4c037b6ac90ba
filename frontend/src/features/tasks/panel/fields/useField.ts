// One field of the task in the panel: what it shows, what of it isn't saved, and how it gets saved.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useApi } from "../../../../api/client";
import { asFailure } from "../../../../api/problem";
import type { Task, User } from "../../../../api/types";
import { strings } from "../../../../strings";
import { useToast } from "../../../../ui/Toasts";
import { editCards, editTask } from "../../cache";
import { inTurn, isUnderWay, persistently, refresh, sendingKeys, useIsWaiting } from "../../sending";
import { forgetUnsaved, keepUnsaved, placeOf, readUnsaved, useUnsaved, type Unsaved } from "../unsaved";
import { isSame, type FieldName } from "./merge";
import { Clash, sendField, type Sent } from "./sendField";

export type Field<Value> = {
  /** What the server has. */
  saved: Value;
  /** What to show: the same, or what is on its way there. */
  shown: Value;
  unsaved: Unsaved<Value> | null;
  waiting: boolean;
  type: (mine: Value) => void;
  /** Closes the box and keeps what was typed in it. */
  keep: () => void;
  forget: () => void;
  save: (mine: Value) => void;
  keepMine: () => void;
  takeTheirs: () => void;
};

export type Known = { task: Task; me: Pick<User, "id"> };

/** Sends what is unsaved of a field, and goes on until it is saved, refused, or a question. */
function usePost(field: FieldName, place: string, taskId: string): () => void {
  type Value = Task[FieldName];
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();

  const onSaved = (sent: Sent) => {
    editTask(client, taskId, (known) => ({ ...known, ...sent.task }));
    const now = readUnsaved<Value>(place);
    // Changed once more while it was on its way: what was just saved is the new base.
    if (now && (now.mode !== "sending" || !isSame(now.mine, sent.mine))) keepUnsaved(place, { ...now, base: sent.task[field] });
    else forgetUnsaved(place);
  };

  const onRefused = (error: Error, now: Unsaved<Value>) => {
    const isClash = error instanceof Clash;
    if (!isClash) toast({ kind: "failure", title: strings.panel.notSaved(strings.panel.fields[field]), failure: asFailure(error) });
    // In an open box it stays as it is: saving it asks again.
    if (now.mode !== "sending") return;
    if (isClash) keepUnsaved(place, { ...now, mode: "asking" });
    else if (field === "title" || field === "description") keepUnsaved(place, { ...now, mode: "kept" });
    else forgetUnsaved(place);
  };

  return () => {
    const mutation = client.getMutationCache().build(client, {
      ...inTurn(taskId),
      ...persistently,
      meta: { what: field },
      mutationFn: async () => {
        const now = readUnsaved<Value>(place);
        return now?.mode === "sending" ? sendField({ api, client }, { taskId, field, unsaved: now }) : null;
      },
      onSuccess: (sent: Sent | null) => {
        if (sent) onSaved(sent);
      },
      onError: (error: Error) => {
        const now = readUnsaved<Value>(place);
        if (now) onRefused(error, now);
      },
      onSettled: () => {
        if (client.isMutating({ mutationKey: sendingKeys.all }) === 1) void refresh(client);
      },
    });
    mutation.execute(undefined).catch(() => undefined);
  };
}

export function useField<Name extends FieldName>(field: Name, { task, me }: Known): Field<Task[Name]> {
  type Value = Task[Name];
  const client = useQueryClient();
  const toast = useToast();
  const place = placeOf(me.id, task.id, field);
  const unsaved = useUnsaved<Value>(place);
  const waiting = useIsWaiting(task.id, field);
  const post = usePost(field, place, task.id);
  const saved = task[field];

  // A reload ends what was on its way; it sets out again as soon as the task is open.
  const resume = useRef(post);
  useEffect(() => {
    if (readUnsaved(place)?.mode === "sending" && !isUnderWay(client, task.id, field)) resume.current();
  }, [client, place, task.id, field]);

  // Whoever was asked has seen what the others did.
  const seen = unsaved && unsaved.mode !== "asking" ? unsaved.base : saved;
  const begin = (mine: Value, mode: Unsaved<Value>["mode"], base = seen) => {
    keepUnsaved(place, { mine, base, mode });
  };

  const save = (mine: Value, base = seen) => {
    // While another value is on its way, this one has to follow it.
    if (isSame(mine, saved) && unsaved?.mode !== "sending") {
      forgetUnsaved(place);
      return;
    }
    begin(mine, "sending", base);
    editCards(client, task.id, (card) => ({ ...card, [field]: mine }));
    post();
  };

  return {
    saved,
    shown: unsaved?.mode === "sending" ? unsaved.mine : saved,
    unsaved,
    waiting,
    type: (mine) => {
      begin(mine, "typing");
    },
    keep: () => {
      if (unsaved && !isSame(unsaved.mine, unsaved.base)) begin(unsaved.mine, "kept");
      else forgetUnsaved(place);
    },
    forget: () => {
      forgetUnsaved(place);
    },
    save,
    keepMine: () => {
      if (unsaved) save(unsaved.mine, saved);
    },
    takeTheirs: () => {
      if (!unsaved) return;
      forgetUnsaved(place);
      const undo = () => {
        keepUnsaved(place, { ...unsaved, base: saved, mode: "asking" });
      };
      toast({ title: strings.panel.tookTheirs(strings.panel.fields[field]), action: { label: strings.undo.label, onAction: undo } });
    },
  };
}
