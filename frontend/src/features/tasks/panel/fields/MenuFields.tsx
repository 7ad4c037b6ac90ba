// The fields chosen from a menu: priority and project.
import { SquareKanban } from "lucide-react";
import type { Priority } from "../../../../api/types";
import { strings } from "../../../../strings";
import { Menu, type MenuEntry } from "../../../../ui/Menu";
import { PRIORITIES, PriorityBars } from "../../PriorityBars";
import { FieldNote } from "./FieldNote";
import { Row, ValueButton } from "./Row";
import { useField, type Known } from "./useField";

type FieldProps = Known & { editable: boolean; who: string };

export function PriorityField({ editable, who, ...known }: FieldProps) {
  const field = useField("priority", known);
  const nameOf = (priority: Priority) => strings.tasks.priorities[priority];
  const name = nameOf(field.shown);
  const value = (
    <>
      <PriorityBars priority={field.shown} />
      {name}
    </>
  );
  const entries = (): MenuEntry[] => [
    {
      kind: "choice",
      label: strings.task.priority,
      value: field.shown,
      options: PRIORITIES.map((priority) => ({ value: priority, label: nameOf(priority), icon: <PriorityBars priority={priority} /> })),
      onChoose: (priority) => {
        field.save(priority as Priority);
      },
    },
  ];
  return (
    <Row name={strings.task.priority}>
      {editable ? (
        <Menu
          entries={entries}
          trigger={<ValueButton aria-label={strings.panel.changeIt(strings.task.priority, name)}>{value}</ValueButton>}
        />
      ) : (
        value
      )}
      <FieldNote field={field} show={nameOf} who={who} />
    </Row>
  );
}

type ProjectFieldProps = FieldProps & {
  projectNames: ReadonlyMap<string, string>;
  /** Those that take tasks: nothing can be moved into an archived one. */
  openProjects: ReadonlyMap<string, string>;
};

export function ProjectField({ editable, who, projectNames, openProjects, ...known }: ProjectFieldProps) {
  const field = useField("projectId", known);
  const nameOf = (id: string) => projectNames.get(id) ?? "";
  const name = nameOf(field.shown);
  const entries = (): MenuEntry[] => [
    {
      kind: "choice",
      label: strings.task.project,
      value: field.shown,
      options: [...projectNames].filter(([id]) => id === field.shown || openProjects.has(id)).map(([id, label]) => ({ value: id, label })),
      onChoose: field.save,
    },
  ];
  // A member may be on a task whose project they can't see.
  if (!editable && !name) return null;
  return (
    <Row name={strings.task.project}>
      {editable ? (
        <Menu
          entries={entries}
          trigger={
            <ValueButton aria-label={strings.panel.changeIt(strings.task.project, name)}>
              <SquareKanban size={14} aria-hidden="true" className="shrink-0 text-muted" />
              <span className="truncate">{name}</span>
            </ValueButton>
          }
        />
      ) : (
        <span className="truncate">{name}</span>
      )}
      <FieldNote field={field} show={nameOf} who={who} />
    </Row>
  );
}
