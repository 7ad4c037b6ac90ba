// Who has the task in hand; an admin puts people on it and takes them off.
import { UserPlus, X } from "lucide-react";
import type { People, Task, User } from "../../../api/types";
import { strings } from "../../../strings";
import { Avatar } from "../../../ui/Avatar";
import { Button, IconButton } from "../../../ui/Button";
import { faceOf, facesOf } from "../../../ui/faces";
import { AssigneePicker } from "../AssigneePicker";
import { useAssign } from "../changes";

export function Assignees({ task, me, people }: { task: Task; me: User; people: People }) {
  const assign = useAssign();
  const isAdmin = me.role === "ADMIN";
  const faces = facesOf(people, task.assigneeIds);
  return (
    <div className="flex w-full min-w-0 flex-col">
      {faces.map((face) => (
        <div key={face.id} className="flex h-8 items-center gap-2">
          <Avatar face={face} />
          <span className="min-w-0 flex-1 truncate">{face.id === me.id ? strings.people.you(face.name) : face.name}</span>
          {isAdmin ? (
            <IconButton
              label={strings.task.unassign(face.name)}
              onClick={() => {
                assign(task, face, false);
              }}
            >
              <X size={14} />
            </IconButton>
          ) : null}
        </div>
      ))}
      {faces.length === 0 && !isAdmin ? <span className="text-muted">{strings.task.nobody}</span> : null}
      {isAdmin ? (
        <AssigneePicker
          people={people}
          chosen={task.assigneeIds}
          onToggle={(userId, assigned) => {
            assign(task, faceOf(people, userId), assigned);
          }}
          trigger={
            <Button look="quiet" className="-ml-3 gap-2 self-start [&>svg]:mx-[3px]">
              <UserPlus size={14} aria-hidden="true" />
              {strings.task.assign}
            </Button>
          }
        />
      ) : null}
    </div>
  );
}
