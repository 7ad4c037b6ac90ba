// Sends one field of a task: on top of what others changed meanwhile, unless they changed that very field.
import type { QueryClient } from "@tanstack/react-query";
import type { Api } from "../../../../api/client";
import { answer, Problem } from "../../../../api/problem";
import type { Task, TaskEdit } from "../../../../api/types";
import { strings } from "../../../../strings";
import { keys } from "../../cache";
import { ifMatch } from "../../sending";
import type { Unsaved } from "../unsaved";
import { isSame, settled, type FieldName } from "./merge";

/** Both changed the same field: the person who was slower decides. */
export class Clash extends Error {
  constructor() {
    super(strings.tasks.outdated(strings.tasks.clash));
  }
}

const TRIES = 4;

/** What of a task it takes to change a field of it. */
type Seen<Name extends FieldName> = Pick<Task, Name | "version">;

export type Sent<Name extends FieldName = FieldName> = { task: Seen<Name>; mine: Task[Name] };

type Sending<Name extends FieldName> = {
  taskId: string;
  field: Name;
  unsaved: Pick<Unsaved<Task[Name]>, "mine" | "base">;
  /** The task as the page shows it, where that is not the open one. */
  seen?: Seen<Name>;
};

/** Sends what is unsaved now; when only other fields changed meanwhile it goes on top of them. */
export async function sendField<Name extends FieldName>(
  { api, client }: { api: Api; client: QueryClient },
  { taskId, field, unsaved, seen }: Sending<Name>,
): Promise<Sent<Name>> {
  const queryFn = () => answer(api.GET("/api/v1/tasks/{taskId}", { params: { path: { taskId } } }));
  const fetchTask = () => client.query({ queryKey: keys.one(taskId), queryFn, staleTime: 0, retry: false });
  let task: Seen<Name> = seen ?? client.getQueryData<Task>(keys.one(taskId)) ?? (await fetchTask());
  for (let tries = 1; ; tries += 1) {
    const choice = settled(field, { base: unsaved.base, mine: unsaved.mine, theirs: task[field] });
    if (choice === null) throw new Clash();
    const { value } = choice;
    if (isSame(value, task[field])) return { task, mine: unsaved.mine };
    try {
      const edit: TaskEdit = { [field]: value };
      return { task: await sendEdit(api, taskId, task.version, edit), mine: unsaved.mine };
    } catch (error) {
      if (!(error instanceof Problem && error.status === 412) || tries === TRIES) throw error;
      task = await fetchTask();
    }
  }
}

function sendEdit(api: Api, taskId: string, version: number, edit: TaskEdit): Promise<Task> {
  return answer(api.PATCH("/api/v1/tasks/{taskId}", { params: { path: { taskId }, header: ifMatch(version) }, body: edit }));
}
