// A task fetched by its id: on its way, not to be opened, or shown.
import { asFailure } from "../../../api/problem";
import type { People, User } from "../../../api/types";
import { strings } from "../../../strings";
import { Failure } from "../../../ui/Notice";
import { Skeletons } from "../../../ui/Skeleton";
import { useTask } from "../queries";
import { TaskDetail } from "./TaskDetail";

type TaskViewProps = {
  taskId: string;
  me: User;
  people: People;
  projectNames: ReadonlyMap<string, string>;
  today: string;
};

export function TaskView({ taskId, projectNames, ...rest }: TaskViewProps) {
  const query = useTask(taskId);
  if (query.data) return <TaskDetail task={query.data} project={projectNames.get(query.data.projectId)} {...rest} />;
  if (query.isPending)
    return (
      <div className="px-5">
        <Skeletons count={5} className="h-6 w-full" />
      </div>
    );
  return <Failure title={strings.tasks.noneFound} failure={asFailure(query.error)} onRetry={() => void query.refetch()} />;
}
