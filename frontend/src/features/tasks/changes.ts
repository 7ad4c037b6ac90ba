// What the page changes of tasks; taking a step or a person back is a message away, so nothing asks twice.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi, type Api } from "../../api/client";
import { answer } from "../../api/problem";
import type { NewTask, Role, Status, TaskCard, TaskEdit } from "../../api/types";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { editTask, keys, moveCard, type Place } from "./cache";
import { ifMatch, useChange } from "./sending";
import { wayTo } from "./status";

export function useMoveTask() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, place: Place) => {
      change({
        card,
        order: "board",
        what: "status",
        failed: strings.tasks.notMoved(card.title),
        ahead: (client) => {
          moveCard(client, card, place);
        },
        send: (api, version) => {
          const params = { path: { taskId: card.id }, header: ifMatch(version) };
          return answer(api.POST("/api/v1/tasks/{taskId}/move", { params, body: place }));
        },
      });
    },
    [change],
  );
}

function sendStatus(api: Api, taskId: string, status: Status): Promise<TaskCard> {
  return answer(api.PATCH("/api/v1/tasks/{taskId}/status", { params: { path: { taskId } }, body: { status } }));
}

/** Not every step may be taken back directly: the way back can lead over other statuses. */
async function sendStatuses(api: Api, card: TaskCard, way: Status[]): Promise<TaskCard> {
  let task = card;
  for (const status of way) task = await sendStatus(api, card.id, status);
  return task;
}

function useGoTo() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, way: Status[]) => {
      const status = way.at(-1);
      if (status === undefined) return;
      change({
        card,
        what: "status",
        failed: strings.tasks.notMoved(card.title),
        ahead: (client) => {
          moveCard(client, card, { status });
        },
        send: (api) => sendStatuses(api, card, way),
      });
    },
    [change],
  );
}

export function useChangeStatus() {
  const goTo = useGoTo();
  const toast = useToast();
  return useCallback(
    (card: TaskCard, status: Status, role: Role) => {
      const back = wayTo(status, card.status, role);
      const undo = () => {
        goTo({ ...card, status }, back);
      };
      goTo(card, [status]);
      toast({
        title: strings.undo.movedTo(card.title, strings.tasks.statuses[status]),
        ...(back.length > 0 ? { action: { label: strings.undo.label, onAction: undo } } : {}),
      });
    },
    [goTo, toast],
  );
}

function sendAssignment(api: Api, taskId: string, userId: string, assigned: boolean): Promise<TaskCard> {
  if (assigned) return answer(api.POST("/api/v1/tasks/{taskId}/assignments", { params: { path: { taskId } }, body: { userIds: [userId] } }));
  return answer(api.DELETE("/api/v1/tasks/{taskId}/assignments/{userId}", { params: { path: { taskId, userId } } }));
}

function useSetAssigned() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, userId: string, assigned: boolean) => {
      const others = (ids: string[]) => ids.filter((id) => id !== userId);
      change({
        card,
        what: "assigneeIds",
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

/** Puts a person on a task, or takes them off it, which can be undone. */
export function useAssign() {
  const setAssigned = useSetAssigned();
  const toast = useToast();
  return useCallback(
    (card: TaskCard, person: { id: string; name: string }, assigned: boolean) => {
      setAssigned(card, person.id, assigned);
      if (assigned) return;
      const undo = () => {
        setAssigned(card, person.id, true);
      };
      toast({ title: strings.undo.unassigned(person.name), action: { label: strings.undo.label, onAction: undo } });
    },
    [setAssigned, toast],
  );
}

/** One edit from a list; the task panel's fields keep what was typed and ask when two people edit (panel/fields). */
export function useEditTask() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, edit: TaskEdit) => {
      change({
        card,
        what: "fields",
        failed: strings.tasks.notEdited(card.title),
        ahead: (client) => {
          editTask(client, card.id, (known) => ({ ...known, ...edit, labels: edit.labels ?? known.labels }));
        },
        send: (api, version) => sendEdit(api, card.id, version, edit),
      });
    },
    [change],
  );
}

export function sendEdit(api: Api, taskId: string, version: number, edit: TaskEdit) {
  return answer(api.PATCH("/api/v1/tasks/{taskId}", { params: { path: { taskId }, header: ifMatch(version) }, body: edit }));
}

export type Draft = NewTask & { status?: Status };

/** A task starts as Open; in another column it is created and then moved there. */
async function create(api: Api, { status = "OPEN", ...task }: Draft): Promise<TaskCard> {
  const created = await answer(api.POST("/api/v1/tasks", { body: task }));
  return status === "OPEN" ? created : sendStatus(api, created.id, status);
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
