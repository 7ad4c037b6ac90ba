// A task as a page of its own: where the links in mails lead.
import { useParams } from "react-router";
import { CopyLink } from "../features/tasks/panel/CopyLink";
import { TaskView } from "../features/tasks/panel/TaskView";
import { strings } from "../strings";
import { useTitle } from "../ui/useTitle";
import { useWorkspace } from "./workspace";

export default function TaskPage() {
  const { taskId = "" } = useParams();
  useTitle(strings.task.heading);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-2xl py-4">
        <div className="flex justify-end px-4 pb-2">
          <CopyLink taskId={taskId} />
        </div>
        <TaskView taskId={taskId} {...useWorkspace()} />
      </div>
    </div>
  );
}
