// An API that keeps its tasks, the inbox and the profile in memory and answers as the real one does.
import { http, HttpResponse, type HttpHandler } from "msw";
import type { Comment, InboxEntry, ProfileEdit, Status, Task, TaskEvent, User } from "../api/types";
import { ADA, GENERAL, PEOPLE, task as newTask } from "./factories";
import { statsOf } from "./fakeStats";
import { taskHandlers } from "./fakeTask";
import { problem } from "./problem";
import { API } from "./server";

export { problem } from "./problem";

const url = (path: string) => `${API}/api/v1${path}`;
const page = (items: unknown[]) => HttpResponse.json({ items, nextCursor: null });

export type FakeApi = { tasks: Task[]; sent: { method: string; path: string; body: unknown }[]; comments: Comment[]; handlers: HttpHandler[] };

type Known = { me?: User; tasks?: Task[]; inbox?: InboxEntry[]; comments?: Comment[]; events?: TaskEvent[]; pageSize?: number };

export function fakeApi({ me: known = ADA, tasks: given = [], inbox: entries = [], comments: said = [], events = [], pageSize = 50 }: Known = {}): FakeApi {
  const tasks = [...given];
  const comments = [...said];
  let me = known;
  let inbox = entries;
  const sent: FakeApi["sent"] = [];

  const note = async (request: Request) => {
    const body: unknown = await request.json().catch(() => null);
    sent.push({ method: request.method, path: new URL(request.url).pathname.replace("/api/v1", ""), body });
    return body;
  };

  const change = (id: unknown, edit: (task: Task) => Partial<Task>) => {
    const index = tasks.findIndex((known) => known.id === id);
    const known = tasks[index];
    if (!known) return problem(404, "There is no such task.");
    tasks[index] = { ...known, ...edit(known), version: known.version + 1 };
    return HttpResponse.json(tasks[index]);
  };

  const handlers = [
    http.get(url("/users/me"), () => HttpResponse.json(me)),
    http.patch(url("/users/me"), async ({ request }) => {
      const edit = (await note(request)) as ProfileEdit;
      me = { ...me, ...edit, notifications: { ...me.notifications, ...edit.notifications } };
      return HttpResponse.json(me);
    }),
    http.get(url("/inbox"), ({ request }) => {
      const unread = new URL(request.url).searchParams.get("unread") === "true";
      return page(inbox.filter((entry) => !unread || entry.readAt === null));
    }),
    http.get(url("/inbox/unread-count"), () =>
      HttpResponse.json({ count: Math.min(100, inbox.filter((entry) => entry.readAt === null).length) }),
    ),
    http.post(url("/inbox/read"), async ({ request }) => {
      const { ids } = (await note(request)) as { ids?: string[] };
      inbox = inbox.map((entry) => (ids?.includes(entry.id) ?? true ? { ...entry, readAt: entry.readAt ?? entry.occurredAt } : entry));
      return new Response(null, { status: 204 });
    }),
    http.post(url("/unsubscribe"), async ({ request }) => {
      await note(request);
      const token = new URL(request.url).searchParams.get("token") ?? "";
      return HttpResponse.json({ notification: token.split(".")[0], channel: "EMAIL" });
    }),
    http.get(url("/stats"), () => HttpResponse.json(statsOf(tasks))),
    http.get(url("/users"), () => page(PEOPLE)),
    http.get(url("/projects"), () => page([GENERAL])),
    http.get(url("/tasks"), ({ request }) => {
      const query = new URL(request.url).searchParams;
      const assignee = query.get("assignee");
      const status = query.get("status");
      return page(
        tasks.filter((task) => (assignee ? task.assigneeIds.includes(assignee) : true) && (status ? task.status === status : true)),
      );
    }),
    http.get(url("/tasks/:id"), ({ params }) => {
      const found = tasks.find((task) => task.id === params["id"]);
      return found ? HttpResponse.json(found) : problem(404, "There is no such task.");
    }),
    http.post(url("/tasks"), async ({ request }) => {
      const created = newTask((await note(request)) as Partial<Task>);
      tasks.push(created);
      return HttpResponse.json(created, { status: 201 });
    }),
    http.patch(url("/tasks/:id/status"), async ({ request, params }) => {
      const { status } = (await note(request)) as { status: Status };
      return change(params["id"], () => ({ status }));
    }),
    http.post(url("/tasks/:id/move"), async ({ request, params }) => {
      const { status } = (await note(request)) as { status: Status };
      return change(params["id"], () => ({ status }));
    }),
    http.post(url("/tasks/:id/assignments"), async ({ request, params }) => {
      const { userIds } = (await note(request)) as { userIds: string[] };
      return change(params["id"], (task) => ({ assigneeIds: [...task.assigneeIds, ...userIds] }));
    }),
    http.delete(url("/tasks/:id/assignments/:userId"), async ({ request, params }) => {
      await note(request);
      return change(params["id"], (task) => ({ assigneeIds: task.assigneeIds.filter((id) => id !== params["userId"]) }));
    }),
  ];
  return { tasks, sent, comments, handlers: [...handlers, ...taskHandlers({ tasks, comments, events, pageSize, note })] };
}
