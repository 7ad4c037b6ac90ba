// What a choice in a quick change does: to one task by itself, to selected ones as one change.
import type { People, Priority, Status, TaskCard, User } from "../../../api/types";
import { faceOf } from "../../../ui/faces";
import type { BulkAction } from "../bulk/batches";
import { useBulkChange } from "../bulk/useBulkChange";
import { useAssign, useChangeStatus, useEditTask } from "../changes";
import type { QuickKind } from "../keys/area";
import { dayOf } from "./options";

type Known = { cards: TaskCard[]; many: boolean; me: User; people: People };

function bulkAction(kind: QuickKind, id: string, cards: TaskCard[]): BulkAction {
  switch (kind) {
    case "status":
      return { kind, status: id as Status };
    case "priority":
      return { kind, priority: id as Priority };
    case "due":
      return { kind, dueDate: dayOf(id) };
    case "label":
      return { kind, label: id, on: !cards.every((card) => card.labels.includes(id)) };
    case "assign":
    case "unassign":
      return { kind, userId: id };
  }
}

export function useQuickActions({ cards, many, me, people }: Known): (kind: QuickKind, id: string) => void {
  const changeStatus = useChangeStatus();
  const assign = useAssign();
  const edit = useEditTask();
  const changeAll = useBulkChange();
  const [card] = cards;

  return (kind, id) => {
    if (many) {
      void changeAll(bulkAction(kind, id, cards), cards);
      return;
    }
    if (!card) return;
    if (kind === "status") changeStatus(card, id as Status, me.role);
    else if (kind === "priority") edit(card, "priority", id as Priority);
    else if (kind === "due") edit(card, "dueDate", dayOf(id));
    else if (kind === "label") edit(card, "labels", card.labels.includes(id) ? card.labels.filter((label) => label !== id) : [...card.labels, id]);
    else assign(card, faceOf(people, id), kind === "assign" && !card.assigneeIds.includes(id));
  };
}
