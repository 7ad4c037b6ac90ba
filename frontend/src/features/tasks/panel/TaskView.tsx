// A task fetched by its id: on its way, not to be opened, or shown.
import { asFailure } from "../../../api/problem";
import { strings } from "../../../strings";
import { Failure } from "../../../ui/Notice";
import { Skeletons } from "../../../ui/Skeleton";
import { useTask } from "../queries";
import { TaskDetail, type DetailProps } from "./TaskDetail";

export function TaskView({ taskId, ...rest }: Omit<DetailProps, "task"> & { taskId: string }) {
  const query = useTask(taskId);
  // Each task has boxes, questions and drafts of its own.
  if (query.data) return <TaskDetail key={taskId} task={query.data} {...rest} />;
  if (query.isPending)
    return (
      <div className="px-5">
        <Skeletons count={5} className="h-6 w-full" />
      </div>
    );
  return <Failure heading={rest.spacious ? "h1" : "h2"} title={strings.tasks.noneFound} failure={asFailure(query.error)} onRetry={() => void query.refetch()} />;
}
