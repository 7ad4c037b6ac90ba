// A task at the right side of the list it was opened from; in the list's place where there is no room beside it.
import { Maximize2, X } from "lucide-react";
import { Link, useLocation, useParams } from "react-router";
import { TaskActions } from "../features/tasks/panel/TaskActions";
import { TaskView } from "../features/tasks/panel/TaskView";
import { useTask } from "../features/tasks/queries";
import { useCloseTask } from "../features/tasks/taskLinks";
import { strings } from "../strings";
import { IconButton } from "../ui/Button";
import { SidePanel } from "../ui/SidePanel";
import { useTitle } from "../ui/useTitle";
import { useWorkspace } from "./workspace";

/** The task's card or row, also when it was drawn anew or the page was opened at the task; otherwise the page. */
function originOf(taskId: string): HTMLElement | null {
  const links = document.querySelectorAll<HTMLElement>(`main a[href*="/tasks/${taskId}"]`);
  return [...links].find((link) => !link.closest("aside")) ?? document.getElementById("content");
}

export default function TaskPanel() {
  const { taskId = "" } = useParams();
  const { pathname, search } = useLocation();
  const close = useCloseTask(pathname.replace(/\/tasks\/[^/]*$/, "") + search);
  const workspace = useWorkspace();
  const { data: task } = useTask(taskId);
  useTitle(task?.title ?? strings.task.heading);
  return (
    <SidePanel title={strings.task.heading} onClose={close} comesFrom={() => originOf(taskId)}>
      <header className="flex h-12 shrink-0 items-center justify-end gap-1 px-3">
        <TaskActions taskId={taskId} me={workspace.me} onDeleted={close} />
        <Link
          to={`/tasks/${taskId}`}
          aria-label={strings.task.expand}
          title={strings.task.expand}
          className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
        >
          <Maximize2 size={14} aria-hidden="true" />
        </Link>
        <IconButton label={strings.close} onClick={close}>
          <X size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <TaskView taskId={taskId} spacious={false} {...workspace} />
      </div>
    </SidePanel>
  );
}
