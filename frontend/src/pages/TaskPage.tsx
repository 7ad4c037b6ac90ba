// A task as a page of its own: where the links in mails lead.
import { useNavigate, useParams } from "react-router";
import { TaskActions } from "../features/tasks/panel/TaskActions";
import { TaskView } from "../features/tasks/panel/TaskView";
import { useTask } from "../features/tasks/queries";
import { strings } from "../strings";
import { useTitle } from "../ui/useTitle";
import { useWorkspace } from "./workspace";

export default function TaskPage() {
  const { taskId = "" } = useParams();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const { data: task } = useTask(taskId);
  useTitle(task?.title ?? strings.task.heading);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-5xl py-4">
        <div className="flex justify-end gap-1 px-4 pb-2">
          <TaskActions
            taskId={taskId}
            me={workspace.me}
            onDeleted={({ projectId }) => {
              void navigate(`/projects/${projectId}`);
            }}
          />
        </div>
        <TaskView taskId={taskId} spacious {...workspace} />
      </div>
    </div>
  );
}
