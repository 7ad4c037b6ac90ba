// A project in the middle of its work: every status, a talk under a task, news in both inboxes, something in the trash.
import { expect } from "@playwright/test";
import type { Api } from "./api";
import { MEMBER } from "./signIn";

export type Scene = { projectId: string; taskId: string; taskOfMember: string };

type Made = { id: string };
type Person = { id: string; email: string };

const DESCRIPTION = "One paragraph per change that a customer can see:\n\n- [x] list the changes\n- [ ] link the **pull requests**\n- [ ] have it read";

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Makes it in the given project; `theirs` speaks as the member. */
export async function setScene(api: Api, theirs: Api, projectId: string): Promise<Scene> {
  const { items: people } = await api<{ items: Person[] }>("GET", "/users?limit=100");
  const member = people.find(({ email }) => email === MEMBER)?.id ?? "";
  const me = (await api<Made>("GET", "/users/me")).id;
  const make = async (title: string, fields: object, ...steps: string[]) => {
    const { id } = await api<Made>("POST", "/tasks", { projectId, title, ...fields });
    for (const status of steps) await api("PATCH", `/tasks/${id}/status`, { status });
    return id;
  };
  const taskId = await make("Draft the letter to all customers", {
    description: DESCRIPTION,
    priority: "HIGH",
    dueDate: dayIn(3),
    labels: ["release", "writing"],
    assigneeIds: [me, member],
  });
  const taskOfMember = await make("Pay the invoice of the printers", { priority: "URGENT", dueDate: dayIn(-2), assigneeIds: [member] }, "IN_PROGRESS");
  await make("Count the batons before the relay", { dueDate: dayIn(0), assigneeIds: [member], labels: ["team"] }, "IN_PROGRESS", "UNDER_REVIEW");
  await make("Hang up the new lane numbers", { priority: "LOW" }, "IN_PROGRESS", "UNDER_REVIEW", "COMPLETED");
  await make("Cancel the old newsletter", {}, "IN_PROGRESS", "UNDER_REVIEW", "COMPLETED", "CLOSED");
  const slips = [await make("Order more chalk", {}), await make("Order more chalk, twice", {})];
  await api("POST", "/tasks/bulk", { taskIds: slips, change: { delete: true } });
  await api("POST", `/tasks/${taskId}/comments`, { text: "The list is done; I start with the two changes that everybody asked for." });
  await theirs("POST", `/tasks/${taskId}/comments`, { text: "I read it tomorrow morning. The `beta` note can go, can't it?" });
  await expect.poll(() => theirs<{ items: unknown[] }>("GET", "/inbox?limit=3").then(({ items }) => items.length)).toBe(3);
  return { projectId, taskId, taskOfMember };
}
