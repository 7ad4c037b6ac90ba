// One task with everything known about it; what can be changed here depends on who looks.
import { UserPlus, X } from "lucide-react";
import type { ReactNode } from "react";
import type { People, Task, User } from "../../../api/types";
import { strings } from "../../../strings";
import { Avatar } from "../../../ui/Avatar";
import { Button, IconButton } from "../../../ui/Button";
import { AssigneePicker } from "../AssigneePicker";
import { daysBetween, exactDate } from "../calendarDate";
import { DueDate } from "../DueDate";
import { faceOf, facesOf } from "../faces";
import { Labels } from "../Labels";
import { PriorityBars } from "../PriorityBars";
import { useAssign } from "../queries";
import { isDone } from "../status";
import { StatusMenu } from "../StatusMenu";

type DetailProps = { task: Task; me: User; people: People; project: string | undefined; today: string };

export function TaskDetail({ task, me, people, project, today }: DetailProps) {
  return (
    <div className="px-5 pb-8">
      <h1 className="text-lg font-semibold break-words">{task.title}</h1>
      <p className={`mt-2 break-words whitespace-pre-wrap ${task.description ? "" : "text-muted"}`}>
        {task.description || strings.task.noDescription}
      </p>
      <dl className="mt-5 border-t border-line">
        <Row name={strings.task.status}>
          <StatusMenu card={task} role={me.role} />
        </Row>
        <Row name={strings.task.assignees}>
          <Assignees task={task} me={me} people={people} />
        </Row>
        <Row name={strings.task.due}>
          {task.dueDate ? exactDate(task.dueDate) : <span className="text-muted">{strings.task.noDue}</span>}
          {isPressing(task, today) ? <DueDate task={task} today={today} /> : null}
        </Row>
        <Row name={strings.task.priority}>
          <PriorityBars priority={task.priority} />
          {strings.tasks.priorities[task.priority]}
        </Row>
        <Row name={strings.task.labels}>
          {task.labels.length > 0 ? <Labels labels={task.labels} /> : <span className="text-muted">{strings.task.noLabels}</span>}
        </Row>
        {project ? <Row name={strings.task.project}>{project}</Row> : null}
      </dl>
      <Footprints task={task} me={me} people={people} />
    </div>
  );
}

/** The exact day is shown anyway; "Tomorrow" or "3 days overdue" beside it says what it means. */
function isPressing({ dueDate, status }: Task, today: string): boolean {
  return dueDate !== null && !isDone(status) && daysBetween(today, dueDate) <= 1;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-h-11 grid-cols-[104px_1fr] items-start border-b border-line py-1.5">
      <dt className="py-1.5 text-sm text-muted">{name}</dt>
      <dd className="flex min-h-8 min-w-0 flex-wrap items-center gap-x-2 gap-y-1">{children}</dd>
    </div>
  );
}

function Assignees({ task, me, people }: Pick<DetailProps, "task" | "me" | "people">) {
  const assign = useAssign();
  const isAdmin = me.role === "ADMIN";
  const faces = facesOf(people, task.assigneeIds);
  return (
    <div className="flex w-full flex-col gap-1">
      {faces.map((face) => (
        <div key={face.id} className="flex h-8 items-center gap-2">
          <Avatar face={face} />
          <span className="min-w-0 flex-1 truncate">{face.id === me.id ? strings.people.you(face.name) : face.name}</span>
          {isAdmin ? (
            <IconButton
              label={strings.task.unassign(face.name)}
              onClick={() => {
                assign(task, face.id, false);
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
            assign(task, userId, assigned);
          }}
          trigger={
            <Button look="quiet" className="-ml-2 self-start px-2">
              <UserPlus size={14} aria-hidden="true" />
              {strings.task.assign}
            </Button>
          }
        />
      ) : null}
    </div>
  );
}

function Footprints({ task, me, people }: Pick<DetailProps, "task" | "me" | "people">) {
  const when = (instant: string) =>
    new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: me.timeZone }).format(new Date(instant));
  return (
    <div className="mt-5 flex flex-col gap-1 text-xs text-muted">
      <p>{strings.task.created(faceOf(people, task.createdBy).name, when(task.createdAt))}</p>
      {task.version > 1 ? <p>{strings.task.updated(faceOf(people, task.updatedBy).name, when(task.updatedAt))}</p> : null}
      {task.completedAt ? <p>{strings.task.completed(when(task.completedAt))}</p> : null}
    </div>
  );
}
