// Lists of tasks as the API narrows and pages them, and changes of many tasks at once; stands before fakeApi.
import { http, HttpResponse, type HttpHandler } from "msw";
import type { Task } from "../api/types";
import type { FakeApi } from "./fakeApi";
import { problem } from "./problem";
import { API } from "./server";

type BulkChange = {
  status?: Task["status"];
  priority?: Task["priority"];
  dueDate?: string | null;
  labels?: string[];
  addAssigneeIds?: string[];
  removeAssigneeIds?: string[];
  delete?: true;
};

function isWanted(task: Task, query: URLSearchParams): boolean {
  const any = (name: string, values: string[]) => !query.has(name) || query.getAll(name).some((value) => values.includes(value));
  const [from, to] = [query.get("dueFrom"), query.get("dueTo")];
  return (
    any("project", [task.projectId]) &&
    any("status", [task.status]) &&
    any("priority", [task.priority]) &&
    any("label", task.labels) &&
    any("assignee", task.assigneeIds) &&
    (!from || (task.dueDate !== null && task.dueDate >= from)) &&
    (!to || (task.dueDate !== null && task.dueDate <= to)) &&
    `${task.title} ${task.description}`.toLowerCase().includes((query.get("q") ?? "").toLowerCase())
  );
}

/** The orders are refused as the API refuses them. */
function sortProblem(query: URLSearchParams): Response | null {
  const isColumn = query.has("project") && query.getAll("status").length === 1 && !query.has("q");
  const possible = query.has("assignee") ? ["due"] : isColumn ? ["rank", "created"] : ["created"];
  const sort = query.get("sort");
  return sort === null || possible.includes(sort) ? null : problem(422, `This list does not come in the order '${sort}'.`);
}

function changed(task: Task, change: BulkChange): Task {
  const { addAssigneeIds = [], removeAssigneeIds = [], ...fields } = change;
  const assigneeIds = [...task.assigneeIds, ...addAssigneeIds].filter((id) => !removeAssigneeIds.includes(id));
  return { ...task, ...fields, assigneeIds, version: task.version + 1 };
}

type Options = {
  pageSize?: number;
  /** Why a task refuses every change of many. */
  refusals?: Record<string, string>;
};

/** `asked` gathers the queries of all lists. */
export function fakeLists(api: FakeApi, { pageSize = 50, refusals = {} }: Options = {}): { asked: string[]; handlers: HttpHandler[] } {
  const asked: string[] = [];
  const trash: Task[] = [];
  const handlers = [
    http.get(`${API}/api/v1/tasks`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(decodeURIComponent(query.toString()));
      const refused = sortProblem(query);
      if (refused) return refused;
      const start = Number(query.get("cursor") ?? 0);
      const found = api.tasks.filter((task) => isWanted(task, query));
      const end = start + pageSize;
      return HttpResponse.json({ items: found.slice(start, end), nextCursor: found.length > end ? String(end) : null });
    }),
    http.post(`${API}/api/v1/tasks/bulk`, async ({ request }) => {
      const body = (await request.json()) as { taskIds: string[]; change: BulkChange };
      api.sent.push({ method: "POST", path: "/tasks/bulk", body });
      const results = body.taskIds.map((taskId) => {
        const detail = refusals[taskId];
        if (detail) return { taskId, ok: false, problem: { type: "about:blank", title: "Refused", status: 409, detail, requestId: "request-7" } };
        const index = api.tasks.findIndex((task) => task.id === taskId);
        const known = api.tasks[index];
        if (known && body.change.delete) trash.push(...api.tasks.splice(index, 1));
        else if (known) api.tasks[index] = changed(known, body.change);
        return { taskId, ok: true };
      });
      return HttpResponse.json({ bulkId: "bulk-1", results });
    }),
    http.post(`${API}/api/v1/tasks/:id/restore`, ({ params }) => {
      const index = trash.findIndex((task) => task.id === params["id"]);
      const [back] = trash.splice(index, index < 0 ? 0 : 1);
      if (!back) return undefined;
      api.sent.push({ method: "POST", path: `/tasks/${back.id}/restore`, body: null });
      api.tasks.push(back);
      return HttpResponse.json(back);
    }),
  ];
  return { asked, handlers };
}
