// The caller's own tasks.
import { MyTasks } from "../features/tasks/mine/MyTasks";
import { strings } from "../strings";
import { ListPage } from "./ListPage";
import { useWorkspace } from "./workspace";

export default function MyTasksPage() {
  const workspace = useWorkspace();
  return (
    <ListPage title={strings.mine.title}>
      <div className="h-full overflow-y-auto px-4 pb-8">
        <div className="max-w-5xl">
          <MyTasks {...workspace} />
        </div>
      </div>
    </ListPage>
  );
}
