// What only admins ask of the API, from memory: people, projects and the trash. It goes before the handlers of fakeApi.
import { http, HttpResponse, type HttpHandler } from "msw";
import type { Person, Project, Role, TrashedTask } from "../api/types";
import { GENERAL, PEOPLE, task } from "./factories";
import { problem } from "./fakeApi";
import { API } from "./server";

const url = (path: string) => `${API}/api/v1${path}`;
const page = (items: unknown[]) => HttpResponse.json({ items, nextCursor: null });

export function project(known: Partial<Project> & Pick<Project, "id">): Project {
  return { ...GENERAL, name: known.id, ...known };
}

export function trashed(known: Partial<TrashedTask> = {}): TrashedTask {
  return { ...task(), deletedAt: new Date().toISOString(), ...known };
}

export type FakeTeam = { people: Person[]; projects: Project[]; trash: TrashedTask[]; sent: string[]; handlers: HttpHandler[] };

type Known = { people?: Person[]; projects?: Project[]; trash?: TrashedTask[] };

export function fakeTeam(known: Known = {}): FakeTeam {
  const people = [...(known.people ?? PEOPLE)];
  const projects = [...(known.projects ?? [GENERAL])];
  const trash = [...(known.trash ?? [])];
  const sent: string[] = [];

  function change<Item extends { id: string }>(items: Item[], id: unknown, edit: Partial<Item>, words: string) {
    const index = items.findIndex((item) => item.id === id);
    const before = items[index];
    if (!before) return problem(404, "There is no such thing.");
    sent.push(`${words} ${before.id}`);
    items[index] = { ...before, ...edit };
    return HttpResponse.json(items[index]);
  }

  const handlers = [
    http.get(url("/users"), () => page(people)),
    http.put(url("/users/:id/role"), async ({ params, request }) => {
      const { role } = (await request.json()) as { role: Role };
      return change(people, params["id"], { role }, role);
    }),
    http.post(url("/users/:id/deactivate"), ({ params }) => change(people, params["id"], { status: "DEACTIVATED" }, "deactivate")),
    http.post(url("/users/:id/reactivate"), ({ params }) => change(people, params["id"], { status: "ACTIVE" }, "reactivate")),
    http.get(url("/projects"), () => page(projects)),
    http.post(url("/projects"), async ({ request }) => {
      const { name } = (await request.json()) as { name: string };
      const made = project({ id: name.toLowerCase(), name });
      projects.push(made);
      sent.push(`create ${name}`);
      return HttpResponse.json(made, { status: 201 });
    }),
    http.patch(url("/projects/:id"), async ({ params, request }) => {
      const { name } = (await request.json()) as { name: string };
      return change(projects, params["id"], { name }, `rename to ${name}`);
    }),
    http.post(url("/projects/:id/archive"), ({ params }) => change(projects, params["id"], { archived: true }, "archive")),
    http.get(url("/trash"), () => page(trash)),
    http.post(url("/tasks/:id/restore"), ({ params }) => {
      const index = trash.findIndex((each) => each.id === params["id"]);
      const [back] = trash.splice(index, 1);
      sent.push(`restore ${back?.id ?? ""}`);
      return HttpResponse.json({ ...back, description: "" });
    }),
  ];
  return { people, projects, trash, sent, handlers };
}
