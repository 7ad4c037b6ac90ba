// People, projects, tasks and inbox entries for tests.
import type { Channel, InboxEntry, Person, Project, Task, User } from "../api/types";

function user(of: Pick<User, "id" | "name" | "email" | "role">): User {
  const both: Channel[] = ["EMAIL", "INBOX"];
  const notifications = { ASSIGNED: both, UNASSIGNED: both, STATUS_CHANGED: both, COMMENTED: both, DUE_SOON: both, OVERDUE: both };
  return { ...of, status: "ACTIVE", timeZone: "UTC", notifications, emailStatus: "WORKING" };
}

export const ADA = user({ id: "ada", name: "Ada Admin", email: "ada@example.com", role: "ADMIN" });
export const MAX = user({ id: "max", name: "Max Member", email: "max@example.com", role: "MEMBER" });

export const PEOPLE: Person[] = [ADA, MAX].map(({ id, name, email, role, status }) => ({ id, name, email, role, status }));

export const GENERAL: Project = { id: "general", name: "General", archived: false, createdAt: "2026-01-01T00:00:00Z", version: 1 };

let count = 0;

export function task(known: Partial<Task> = {}): Task {
  count += 1;
  const id = `task-${String(count)}`;
  return {
    id,
    projectId: GENERAL.id,
    title: `Task ${String(count)}`,
    description: "",
    status: "OPEN",
    priority: "MEDIUM",
    dueDate: null,
    labels: [],
    assigneeIds: [],
    rank: String(count).padStart(4, "0"),
    commentCount: 0,
    createdBy: ADA.id,
    createdAt: "2026-11-01T09:00:00Z",
    updatedBy: ADA.id,
    updatedAt: "2026-11-01T09:00:00Z",
    completedAt: null,
    version: 1,
    ...known,
  };
}

export function entry(known: Partial<InboxEntry> = {}): InboxEntry {
  count += 1;
  return {
    id: `entry-${String(count)}`,
    type: "TASK_ASSIGNED",
    taskId: `task-${String(count)}`,
    projectId: GENERAL.id,
    title: `Task ${String(count)}`,
    actorId: ADA.id,
    occurredAt: "2026-11-01T09:00:00Z",
    changes: {},
    readAt: null,
    ...known,
  };
}
