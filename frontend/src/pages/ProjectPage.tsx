// The tasks of one project as a board or as a list, with a task open beside them when the address names one.
import { Suspense } from "react";
import { Navigate, useLocation, useMatch, useParams } from "react-router";
import { Board } from "../features/tasks/board/Board";
import { FilterBar } from "../features/tasks/filters/FilterBar";
import { useTaskQuery } from "../features/tasks/filters/useTaskQuery";
import { NewTask } from "../features/tasks/NewTask";
import { later } from "../ui/later";
import { useAhead } from "../ui/useAhead";
import { useCommands } from "./commandOpener";
import { ListPage } from "./ListPage";
import { useWorkspace } from "./workspace";

const fetchList = () => import("../features/tasks/list/List");
const List = later(fetchList);

export default function ProjectPage() {
  const { projectId = "" } = useParams();
  const open = useMatch("/projects/:projectId/tasks/:taskId");
  const { search } = useLocation();
  const { me, people, projectNames, openProjects, today } = useWorkspace();
  const command = useCommands();
  const state = useTaskQuery();
  useAhead(fetchList);
  const taskId = open?.params.taskId;
  // Boards are for admins; a member who was sent such a link opens the task from their own list.
  if (me.role !== "ADMIN") return <Navigate to={taskId ? `/my-tasks/tasks/${taskId}` : "/my-tasks"} replace />;
  const name = projectNames.get(projectId) ?? "";
  const archived = projectNames.has(projectId) && !openProjects.has(projectId);
  const newTask = archived ? null : (
    <NewTask
      onOpen={() => {
        command("new-task");
      }}
    />
  );
  const shared = { project: { id: projectId, name, archived }, query: state.query, search, me, people, today, newTask, onClear: state.clear };
  return (
    <ListPage title={name} action={newTask}>
      <div className="flex h-full flex-col">
        <FilterBar key={projectId} {...state} people={people} today={today} />
        <div className="min-h-0 flex-1">
          {state.query.view === "board" ? (
            <Board key={projectId} {...shared} />
          ) : (
            <div className="h-full overflow-y-auto px-4 pb-16">
              <Suspense fallback={null}>
                <List key={projectId} {...shared} />
              </Suspense>
            </div>
          )}
        </div>
      </div>
    </ListPage>
  );
}
