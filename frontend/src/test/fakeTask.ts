// What the fake API knows of one task: edits under If-Match, the trash, comments and history.
import { http, HttpResponse, type HttpHandler } from "msw";
import type { Comment, Task, TaskEdit, TaskEvent } from "../api/types";
import { ADA } from "./factories";
import { problem } from "./problem";
import { API } from "./server";

const url = (path: string) => `${API}/api/v1/tasks/:id${path}`;
const page = (items: unknown[], nextCursor: string | null = null) => HttpResponse.json({ items, nextCursor });

type Known = {
  tasks: Task[];
  comments: Comment[];
  events: TaskEvent[];
  /** How many events a page holds. */
  pageSize: number;
  note: (request: Request) => Promise<unknown>;
};

export function taskHandlers({ tasks, comments, events, pageSize, note }: Known): HttpHandler[] {
  const trash: Task[] = [];
  const place = (id: unknown) => tasks.findIndex((task) => task.id === id);
  const refusal = (request: Request, task: Task | undefined) => {
    if (!task) return problem(404, "There is no such task.");
    const seen = request.headers.get("If-Match");
    if (seen === null) return problem(428, "Send If-Match.");
    return seen === `"${String(task.version)}"` ? null : problem(412, "Somebody changed the task meanwhile.");
  };

  return [
    http.patch(url(""), async ({ request, params }) => {
      const edit = (await note(request)) as TaskEdit;
      const index = place(params["id"]);
      const known = tasks[index];
      const refused = refusal(request, known);
      if (refused || !known) return refused ?? undefined;
      tasks[index] = { ...known, ...(edit as Partial<Task>), version: known.version + 1 };
      return HttpResponse.json(tasks[index]);
    }),
    http.delete(url(""), async ({ request, params }) => {
      await note(request);
      const index = place(params["id"]);
      const refused = refusal(request, tasks[index]);
      if (refused) return refused;
      trash.push(...tasks.splice(index, 1));
      return new Response(null, { status: 204 });
    }),
    http.post(url("/restore"), async ({ request, params }) => {
      await note(request);
      const deleted = trash.find((task) => task.id === params["id"]);
      if (!deleted) return problem(404, "There is no such task.");
      const restored = { ...deleted, version: deleted.version + 2 };
      tasks.push(restored);
      return HttpResponse.json(restored);
    }),
    http.get(url("/events"), ({ request, params }) => {
      const start = Number(new URL(request.url).searchParams.get("cursor") ?? 0);
      const all = events.filter((event) => event.taskId === params["id"]);
      const end = start + pageSize;
      return page(all.slice(start, end), end < all.length ? String(end) : null);
    }),
    http.get(url("/comments"), ({ params }) => page(comments.filter((comment) => comment.taskId === params["id"]))),
    http.post(url("/comments"), async ({ request, params }) => {
      const { text } = (await note(request)) as { text: string };
      const comment = newComment({ taskId: String(params["id"]), text });
      comments.push(comment);
      return HttpResponse.json(comment, { status: 201 });
    }),
    http.patch(url("/comments/:commentId"), async ({ request, params }) => {
      const { text } = (await note(request)) as { text: string };
      const index = comments.findIndex((comment) => comment.id === params["commentId"]);
      const known = comments[index];
      if (!known) return problem(404, "There is no such comment.");
      comments[index] = { ...known, text, editedAt: "2026-11-02T10:00:00Z" };
      return HttpResponse.json(comments[index]);
    }),
    http.delete(url("/comments/:commentId"), async ({ request, params }) => {
      await note(request);
      comments.splice(comments.findIndex((comment) => comment.id === params["commentId"]), 1);
      return new Response(null, { status: 204 });
    }),
  ];
}

let count = 0;

export function newComment(known: Partial<Comment> & Pick<Comment, "taskId">): Comment {
  count += 1;
  return { id: `comment-${String(count)}`, authorId: ADA.id, text: "Done.", createdAt: "2026-11-02T09:00:00Z", editedAt: null, ...known };
}

export function newEvent(known: Partial<TaskEvent> & Pick<TaskEvent, "taskId">): TaskEvent {
  count += 1;
  return {
    eventId: `event-${String(count)}`,
    type: "TASK_UPDATED",
    projectId: "general",
    title: "Task",
    actorId: ADA.id,
    occurredAt: "2026-11-01T09:00:00Z",
    changes: {},
    ...known,
  };
}
