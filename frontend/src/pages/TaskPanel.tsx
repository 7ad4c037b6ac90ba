// A task at the right side of the list it was opened from; over the list where there is no room beside it.
import { Maximize2, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { Link, useParams } from "react-router";
import { CopyLink } from "../features/tasks/panel/CopyLink";
import { TaskView } from "../features/tasks/panel/TaskView";
import { useCloseTask } from "../features/tasks/taskLinks";
import { strings } from "../strings";
import { IconButton } from "../ui/Button";
import { SidePanel } from "../ui/SidePanel";
import { useWide } from "../ui/useWide";
import { useWorkspace } from "./workspace";

const Sheet = lazy(() => import("../ui/Sheet"));

export default function TaskPanel() {
  const { projectId, taskId = "" } = useParams();
  const close = useCloseTask(projectId ? `/projects/${projectId}` : "/my-tasks");
  const wide = useWide();
  const content = <PanelContent taskId={taskId} onClose={close} />;
  if (wide)
    return (
      <SidePanel title={strings.task.heading} onClose={close}>
        {content}
      </SidePanel>
    );
  return (
    <Suspense fallback={null}>
      <Sheet title={strings.task.heading} side="right" onClose={close}>
        {content}
      </Sheet>
    </Suspense>
  );
}

function PanelContent({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  return (
    <>
      <header className="flex h-12 shrink-0 items-center justify-end gap-1 px-3">
        <CopyLink taskId={taskId} />
        <Link
          to={`/tasks/${taskId}`}
          aria-label={strings.task.expand}
          title={strings.task.expand}
          className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
        >
          <Maximize2 size={14} aria-hidden="true" />
        </Link>
        <IconButton label={strings.close} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <TaskView taskId={taskId} {...useWorkspace()} />
      </div>
    </>
  );
}
