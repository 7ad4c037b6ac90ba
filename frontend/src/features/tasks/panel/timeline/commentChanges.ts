// Writing, changing and deleting comments; one that is on its way survives a reload and is never sent twice.
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useApi, type Api } from "../../../../api/client";
import { answer, asFailure, done, unlessGone } from "../../../../api/problem";
import type { Comment, Task, User } from "../../../../api/types";
import { strings } from "../../../../strings";
import { useToast } from "../../../../ui/Toasts";
import { activityKeys, editTask } from "../../cache";
import { inTurn, isUnderWay, persistently, refresh, sendingKeys } from "../../sending";
import { forgetUnsaved, keepUnsaved, placeOf, placesUnder, readUnsaved, usePlacesUnder } from "../unsaved";

type Known = { task: Task; me: Pick<User, "id"> };

function outgoingPrefix({ task, me }: Known): string {
  return placeOf(me.id, task.id, "outgoing.");
}

export function boxPlace({ task, me }: Known): string {
  return placeOf(me.id, task.id, "comment");
}

export function editPlace({ task, me }: Known, commentId: string): string {
  return placeOf(me.id, task.id, `comment.${commentId}`);
}

type Sending = {
  taskId: string;
  what: string;
  send: () => Promise<void>;
  onRefused: (error: Error) => void;
};

/** Comments of one task keep their order, and go on trying while nobody answers. */
function post(client: QueryClient, { taskId, what, send, onRefused }: Sending): void {
  const mutation = client.getMutationCache().build(client, {
    ...inTurn(taskId),
    ...persistently,
    meta: { what },
    mutationFn: send,
    onError: onRefused,
    onSettled: () => {
      if (client.isMutating({ mutationKey: sendingKeys.all }) === 1) void refresh(client);
    },
  });
  mutation.execute(undefined).catch(() => undefined);
}

function editComments(client: QueryClient, taskId: string, edit: (comments: Comment[]) => Comment[]): void {
  void client.cancelQueries({ queryKey: activityKeys.comments(taskId) });
  client.setQueryData<Comment[]>(activityKeys.comments(taskId), (comments) => comments && edit(comments));
}

function count(client: QueryClient, taskId: string, more: number): void {
  editTask(client, taskId, (card) => ({ ...card, commentCount: card.commentCount + more }));
}

/** The place's last part is the key by which the API knows a comment it got already. */
async function sendOutgoing({ api, client }: { api: Api; client: QueryClient }, taskId: string, place: string): Promise<void> {
  const text = readUnsaved<string>(place)?.mine;
  if (text === undefined) return;
  const params = { path: { taskId }, header: { "Idempotency-Key": place.split(".").at(-1) ?? "" } };
  const comment = await answer(api.POST("/api/v1/tasks/{taskId}/comments", { params, body: { text } }));
  editComments(client, taskId, (comments) => [...comments.filter((other) => other.id !== comment.id), comment]);
  count(client, taskId, 1);
  forgetUnsaved(place);
}

/** The comments on their way, and how to send another. */
export function useOutgoing(known: Known): { places: string[]; add: (text: string) => void } {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const taskId = known.task.id;
  const prefix = outgoingPrefix(known);
  const box = boxPlace(known);

  const set = useCallback(
    (place: string) => {
      post(client, {
        taskId,
        what: place,
        send: () => sendOutgoing({ api, client }, taskId, place),
        onRefused: (error) => {
          const texts = [readUnsaved<string>(place)?.mine, readUnsaved<string>(box)?.mine].filter(Boolean);
          keepUnsaved(box, { mine: texts.join("\n\n"), base: "", mode: "typing" });
          forgetUnsaved(place);
          toast({ kind: "failure", title: strings.activity.notSent, failure: asFailure(error) });
        },
      });
    },
    [api, client, toast, taskId, box],
  );

  useEffect(() => {
    placesUnder(prefix)
      .filter((place) => !isUnderWay(client, taskId, place))
      .forEach(set);
  }, [client, prefix, set, taskId]);

  const add = (text: string) => {
    const place = `${prefix}${String(Date.now())}-${crypto.randomUUID()}`;
    keepUnsaved(place, { mine: text, base: "", mode: "sending" });
    forgetUnsaved(box);
    set(place);
  };
  return { places: usePlacesUnder(prefix), add };
}

export function useCommentChanges(known: Known) {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  const taskId = known.task.id;

  const put = (comment: Comment) => {
    editComments(client, taskId, (comments) => comments.map((other) => (other.id === comment.id ? comment : other)));
  };
  const path = (comment: Comment) => ({ params: { path: { taskId, commentId: comment.id } } });
  const tell = (title: string, error: Error) => {
    toast({ kind: "failure", title, failure: asFailure(error) });
  };

  const edit = (comment: Comment, text: string) => {
    const place = editPlace(known, comment.id);
    keepUnsaved(place, { mine: text, base: comment.text, mode: "sending" });
    put({ ...comment, text });
    post(client, {
      taskId,
      what: place,
      send: async () => {
        put(await answer(api.PATCH("/api/v1/tasks/{taskId}/comments/{commentId}", { ...path(comment), body: { text } })));
        forgetUnsaved(place);
      },
      onRefused: (error) => {
        put(comment);
        keepUnsaved(place, { mine: text, base: comment.text, mode: "kept" });
        tell(strings.activity.notEdited, error);
      },
    });
  };

  const remove = (comment: Comment) => {
    editComments(client, taskId, (comments) => comments.filter((other) => other.id !== comment.id));
    count(client, taskId, -1);
    post(client, {
      taskId,
      what: comment.id,
      send: async () => {
        await unlessGone(done(api.DELETE("/api/v1/tasks/{taskId}/comments/{commentId}", path(comment))));
      },
      onRefused: (error) => {
        editComments(client, taskId, (comments) => [...comments, comment]);
        count(client, taskId, 1);
        tell(strings.activity.notDeleted, error);
      },
    });
  };

  /** What a reload cut off on its way sets out again. */
  const resume = (comment: Comment) => {
    const place = editPlace(known, comment.id);
    const left = readUnsaved<string>(place);
    if (left?.mode === "sending" && !isUnderWay(client, taskId, place)) edit(comment, left.mine);
  };

  return { edit, remove, resume };
}
