// What the entries say.
import { expect, it } from "vitest";
import type { InboxEntry, People } from "../../api/types";
import { ADA, entry } from "../../test/factories";
import { entryWords } from "./entryWords";

const PEOPLE: People = new Map([[ADA.id, ADA]]);
const TODAY = "2026-11-23";
const due = { dueDate: { from: "2026-11-24", to: "2026-11-24" } };

it.each<[Partial<InboxEntry>, string]>([
  [{ type: "TASK_ASSIGNED" }, "Ada Admin assigned you"],
  [{ type: "TASK_UNASSIGNED" }, "Ada Admin took you off"],
  [{ type: "STATUS_CHANGED", changes: { status: { from: "OPEN", to: "IN_PROGRESS" } } }, "Ada Admin moved it from Open to In progress"],
  [{ type: "COMMENT_ADDED", changes: { comment: { from: null, to: "Almost there" } } }, "Ada Admin commented: Almost there"],
  [{ type: "TASK_DUE_SOON", actorId: "SYSTEM", changes: due }, "Baton reminds you: due on Nov 24"],
  [{ type: "TASK_OVERDUE", actorId: "SYSTEM", changes: due }, "Baton reminds you: was due on Nov 24"],
  [{ type: "TASK_ASSIGNED", actorId: "somebody who left" }, "A colleague assigned you"],
])("says of %j: %s", (known, words) => {
  expect(entryWords(entry(known), PEOPLE, TODAY)).toBe(words);
});
