// The board of one project, with a task open beside it when the address names one.
import { Navigate, useMatch, useParams } from "react-router";
import { Board } from "../features/tasks/board/Board";
import { NewTask } from "../features/tasks/NewTask";
import { ListPage } from "./ListPage";
import { useWorkspace } from "./workspace";

export default function BoardPage() {
  const { projectId = "" } = useParams();
  const open = useMatch("/projects/:projectId/tasks/:taskId");
  const { me, people, projectNames, today } = useWorkspace();
  const taskId = open?.params.taskId;
  // Boards are for admins; a member who was sent such a link opens the task from their own list.
  if (me.role !== "ADMIN") return <Navigate to={taskId ? `/my-tasks/tasks/${taskId}` : "/my-tasks"} replace />;
  const name = projectNames.get(projectId) ?? "";
  const newTask = <NewTask projectId={projectId} people={people} />;
  return (
    <ListPage title={name} action={newTask}>
      <Board key={projectId} project={{ id: projectId, name }} people={people} today={today} newTask={newTask} />
    </ListPage>
  );
}
