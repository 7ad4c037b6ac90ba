// What can be done with a task as a whole: copy its link, and for an admin delete it.
import { Ellipsis, Trash2 } from "lucide-react";
import type { Task, User } from "../../../api/types";
import { strings } from "../../../strings";
import { IconButton } from "../../../ui/Button";
import { Menu, type MenuEntry } from "../../../ui/Menu";
import { useDeleteTask } from "../deletion";
import { useTask } from "../queries";
import { CopyLink } from "./CopyLink";

type ActionsProps = { taskId: string; me: User; onDeleted: (task: Task) => void };

export function TaskActions({ taskId, me, onDeleted }: ActionsProps) {
  const { data: task } = useTask(taskId);
  return (
    <>
      <CopyLink taskId={taskId} />
      {task && me.role === "ADMIN" ? <More task={task} onDeleted={onDeleted} /> : null}
    </>
  );
}

function More({ task, onDeleted }: Pick<ActionsProps, "onDeleted"> & { task: Task }) {
  const deleteTask = useDeleteTask();
  const entries = (): MenuEntry[] => [
    {
      kind: "action",
      label: strings.panel.delete,
      icon: <Trash2 size={16} aria-hidden="true" className="text-muted" />,
      onSelect: () => {
        deleteTask(task);
        onDeleted(task);
      },
    },
  ];
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <IconButton label={strings.panel.actions}>
          <Ellipsis size={16} />
        </IconButton>
      }
    />
  );
}
