// Counts of tasks as the API gives them.
import type { Stats, Status, Task } from "../api/types";

const STATUSES: Status[] = ["OPEN", "IN_PROGRESS", "UNDER_REVIEW", "COMPLETED", "CLOSED"];

function counted(tasks: Task[]): Pick<Stats, "byStatus" | "overdue"> {
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, tasks.filter((task) => task.status === status).length]));
  const overdue = tasks.filter(({ dueDate, completedAt }) => dueDate !== null && dueDate < "2026-11-01" && !completedAt).length;
  return { byStatus, overdue };
}

export function statsOf(tasks: Task[]): Stats {
  const ids = [...new Set(tasks.map((task) => task.projectId))];
  const projects = ids.map((projectId) => ({ projectId, ...counted(tasks.filter((task) => task.projectId === projectId)) }));
  return { ...counted(tasks), projects };
}
