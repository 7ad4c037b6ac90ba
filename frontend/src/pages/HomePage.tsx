// Where "/" leads: an admin to the first board, everybody else to their own tasks.
import { Navigate } from "react-router";
import { useProjectsByState } from "../features/projects/queries";
import { useMe } from "../session/Session";

export default function HomePage() {
  const me = useMe();
  return me.role === "ADMIN" ? <FirstBoard /> : <Navigate to="/my-tasks" replace />;
}

function FirstBoard() {
  const { active, isPending } = useProjectsByState();
  if (isPending) return null;
  const first = active?.[0];
  return <Navigate to={first ? `/projects/${first.id}` : "/my-tasks"} replace />;
}
