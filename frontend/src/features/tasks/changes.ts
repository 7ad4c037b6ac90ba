// What the page changes of tasks; taking a step or a person back is a message away, so nothing asks twice.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Api } from "../../api/client";
import { answer, unlessGone } from "../../api/problem";
import type { Role, Status, Task, TaskCard } from "../../api/types";
import { strings } from "../../strings";
import { useToast } from "../../ui/Toasts";
import { editTask, moveCard, type Place } from "./cache";
import { sendField } from "./panel/fields/sendField";
import { ifMatch, useChange, type Change } from "./sending";
import { wayTo } from "./status";

/** For admins, as the board is theirs. */
export function useMoveTask() {
  const change = useChange();
  const tellMoved = useTellMoved();
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
      if (place.status !== card.status) tellMoved(card, place.status, "ADMIN", "board");
    },
    [change, tellMoved],
  );
}

export function sendStatus(api: Api, taskId: string, status: Status): Promise<TaskCard> {
  return answer(api.PATCH("/api/v1/tasks/{taskId}/status", { params: { path: { taskId } }, body: { status } }));
}

/** Not every step may be taken back directly: the way back can lead over other statuses. Sent again, it goes on where it stopped. */
function stepwise(card: TaskCard, way: Status[]): (api: Api) => Promise<TaskCard> {
  let task = card;
  const left = [...way];
  return async (api) => {
    for (let [status] = left; status !== undefined; [status] = left) {
      task = await sendStatus(api, card.id, status);
      left.shift();
    }
    return task;
  };
}

function useGoTo() {
  const change = useChange();
  return useCallback(
    (card: TaskCard, way: Status[], order: Change["order"] = "task") => {
      const status = way.at(-1);
      if (status === undefined) return;
      change({
        card,
        order,
        what: "status",
        failed: strings.tasks.notMoved(card.title),
        ahead: (client) => {
          moveCard(client, card, { status });
        },
        send: stepwise(card, way),
      });
    },
    [change],
  );
}

/** With the way back, which waits its turn behind the move that it takes back. */
function useTellMoved() {
  const goTo = useGoTo();
  const toast = useToast();
  return useCallback(
    (card: TaskCard, status: Status, role: Role, order?: Change["order"]) => {
      const back = wayTo(status, card.status, role);
      const undo = () => {
        goTo({ ...card, status }, back, order);
      };
      toast({
        title: strings.undo.movedTo(card.title, strings.tasks.statuses[status]),
        ...(back.length > 0 ? { action: { label: strings.undo.label, onAction: undo } } : {}),
      });
    },
    [goTo, toast],
  );
}

export function useChangeStatus() {
  const goTo = useGoTo();
  const tellMoved = useTellMoved();
  return useCallback(
    (card: TaskCard, status: Status, role: Role) => {
      goTo(card, [status]);
      tellMoved(card, status, role);
    },
    [goTo, tellMoved],
  );
}

function sendAssignment(api: Api, taskId: string, userId: string, assigned: boolean): Promise<TaskCard | null> {
  if (assigned) return answer(api.POST("/api/v1/tasks/{taskId}/assignments", { params: { path: { taskId } }, body: { userIds: [userId] } }));
  return unlessGone(answer(api.DELETE("/api/v1/tasks/{taskId}/assignments/{userId}", { params: { path: { taskId, userId } } })));
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

type CardField = "priority" | "dueDate" | "labels";

/** One edit from a list, on top of what others did to other fields; the panel keeps what was typed and asks (panel/fields). */
export function useEditTask() {
  const change = useChange();
  const client = useQueryClient();
  return useCallback(
    <Name extends CardField>(card: TaskCard, field: Name, mine: Task[Name]) => {
      const unsaved = { mine, base: card[field] };
      // Of the first attempt: what others did before the next one is asked about, also when a list has shown it by then.
      let seen: TaskCard | null = null;
      change({
        card,
        what: "fields",
        failed: strings.tasks.notEdited(card.title),
        ahead: () => {
          editTask(client, card.id, (known) => ({ ...known, [field]: mine }));
        },
        send: async (api, version) => {
          seen ??= { ...card, version };
          const { task } = await sendField<CardField>({ api, client }, { taskId: card.id, field, unsaved, seen });
          return task;
        },
      });
    },
    [change, client],
  );
}
