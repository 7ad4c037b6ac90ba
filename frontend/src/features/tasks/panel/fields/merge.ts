// When two people change the same field: what both wanted where that goes together, otherwise a question.
import type { Task } from "../../../../api/types";

export type FieldName = "title" | "description" | "priority" | "dueDate" | "labels" | "projectId";

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type Versions<Value> = { base: Value; mine: Value; theirs: Value };

function withLabels({ base, mine, theirs }: Versions<string[]>): string[] {
  const removed = base.filter((label) => !mine.includes(label));
  const added = mine.filter((label) => !theirs.includes(label) && !base.includes(label));
  return [...theirs.filter((label) => !removed.includes(label)), ...added];
}

/** The value to write, which can be none; or null when only a person can say. */
export function settled<Name extends FieldName>(field: Name, versions: Versions<Task[Name]>): { value: Task[Name] } | null {
  const { base, mine, theirs } = versions;
  if (isSame(base, theirs) || isSame(mine, theirs)) return { value: mine };
  return field === "labels" ? { value: withLabels(versions as Versions<string[]>) as Task[Name] } : null;
}
