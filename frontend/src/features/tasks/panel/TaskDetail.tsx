// One task with everything known about it; what can be changed here depends on who looks.
import { Suspense } from "react";
import type { People, Task, User } from "../../../api/types";
import { strings } from "../../../strings";
import { faceOf } from "../../../ui/faces";
import { exactMoment } from "../../../ui/moments";
import { useIsWaiting } from "../sending";
import { StatusMenu } from "../StatusMenu";
import { Assignees } from "./Assignees";
import { DescriptionField } from "./fields/DescriptionField";
import { DueField } from "./fields/DueField";
import { Waiting } from "./fields/FieldNote";
import { LabelsField } from "./fields/LabelsField";
import { PriorityField, ProjectField } from "./fields/MenuFields";
import { Row } from "./fields/Row";
import { TitleField } from "./fields/TitleField";
import { Timeline, usePartsAhead } from "./parts";
import { useWho } from "./useWho";

export type DetailProps = {
  task: Task;
  me: User;
  people: People;
  projectNames: ReadonlyMap<string, string>;
  /** Those a task can be moved to. */
  openProjects: ReadonlyMap<string, string>;
  today: string;
  /** On a page of its own, where there is room for the fields at the side. */
  spacious: boolean;
};

const SPACIOUS = "lg:grid-cols-[minmax(0,1fr)_312px] lg:gap-x-10";

export function TaskDetail({ spacious, ...known }: DetailProps) {
  const { task, me } = known;
  const editable = me.role === "ADMIN";
  const who = useWho(known);
  usePartsAhead();
  return (
    <div className={`grid gap-y-4 px-5 pt-1 pb-8 ${spacious ? SPACIOUS : ""}`}>
      <TitleField task={task} me={me} editable={editable} who={who("title")} takesFocus={!spacious} />
      <aside className={spacious ? "lg:col-start-2 lg:row-span-3 lg:row-start-1" : "contents"}>
        <Fields {...known} editable={editable} who={who} />
      </aside>
      <DescriptionField task={task} me={me} editable={editable} who={who("description")} />
      <div className="mt-2 border-t border-line pt-4">
        <Suspense fallback={null}>
          <Timeline {...known} />
        </Suspense>
      </div>
    </div>
  );
}

type FieldsProps = Omit<DetailProps, "spacious"> & { editable: boolean; who: ReturnType<typeof useWho> };

function Fields({ task, me, people, projectNames, openProjects, today, editable, who }: FieldsProps) {
  const isStatusWaiting = useIsWaiting(task.id, "status");
  const arePeopleWaiting = useIsWaiting(task.id, "assigneeIds");
  return (
    <div>
      <dl className="flex flex-col gap-0.5">
        <Row name={strings.task.status}>
          <StatusMenu card={task} role={me.role} />
          {isStatusWaiting ? <Waiting /> : null}
        </Row>
        <Row name={strings.task.assignees}>
          <Assignees task={task} me={me} people={people} />
          {arePeopleWaiting ? <Waiting /> : null}
        </Row>
        <DueField task={task} me={me} editable={editable} who={who("dueDate")} today={today} />
        <PriorityField task={task} me={me} editable={editable} who={who("priority")} />
        <LabelsField task={task} me={me} editable={editable} who={who("labels")} />
        <ProjectField task={task} me={me} editable={editable} who={who("projectId")} projectNames={projectNames} openProjects={openProjects} />
      </dl>
      <Footprints task={task} me={me} people={people} />
    </div>
  );
}

function Footprints({ task, me, people }: Pick<DetailProps, "task" | "me" | "people">) {
  const when = (instant: string) => exactMoment(instant, me.timeZone);
  return (
    <div className="mt-2 flex flex-col text-xs text-muted">
      <p>{strings.task.created(faceOf(people, task.createdBy).name, when(task.createdAt))}</p>
      {task.completedAt ? <p>{strings.task.completed(when(task.completedAt))}</p> : null}
    </div>
  );
}
