// A task fetched by its id: on its way, not to be opened, or shown.
import { asFailure, Problem } from "../../../api/problem";
import { strings } from "../../../strings";
import { NotUpToDate } from "../../../ui/NotUpToDate";
import { Failure } from "../../../ui/Notice";
import { Skeletons } from "../../../ui/Skeleton";
import { useTask } from "../queries";
import { TaskDetail, type DetailProps } from "./TaskDetail";

export function TaskView({ taskId, ...rest }: Omit<DetailProps, "task"> & { taskId: string }) {
  const query = useTask(taskId);
  // Each task has boxes, questions and drafts of its own.
  const isGone = query.error instanceof Problem && query.error.status === 404;
  if (query.data && !isGone)
    return (
      <>
        <div className="px-3">
          <NotUpToDate of={[query]} timeZone={rest.me.timeZone} />
        </div>
        <TaskDetail key={taskId} task={query.data} {...rest} />
      </>
    );
  if (query.isPending)
    return (
      <div className="px-5">
        <Skeletons count={5} className="h-6 w-full" />
      </div>
    );
  return <Failure heading={rest.spacious ? "h1" : "h2"} title={query.data ? strings.tasks.gone : strings.tasks.noneFound} failure={asFailure(query.error)} onRetry={() => void query.refetch()} />;
}
