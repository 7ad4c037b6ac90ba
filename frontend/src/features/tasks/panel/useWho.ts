// Who changed a field last, as the task's history tells it.
import type { People, Task, User } from "../../../api/types";
import { strings } from "../../../strings";
import { faceOf } from "../../../ui/faces";
import type { FieldName } from "./fields/merge";
import { useEvents } from "./timeline/queries";

/** For the question which of two versions it shall be; the other one can be of the same person, too. */
export function useWho({ task, me, people }: { task: Task; me: User; people: People }): (field: FieldName) => string {
  const { data } = useEvents(task.id);
  return (field) => {
    const events = data?.pages.flatMap((page) => page.items) ?? [];
    const change = events.find((event) => field in event.changes);
    if (change?.actorId === me.id) return strings.panel.elsewhere;
    return change ? faceOf(people, change.actorId).name : strings.panel.somebody;
  };
}
