// A quick change beside the task in focus, or of everything that is selected: one list to choose from.
import { useState } from "react";
import type { People, TaskCard, User } from "../../../api/types";
import AnchoredPopover from "../../../ui/AnchoredPopover";
import PickList from "../../../ui/PickList";
import { quickWords as words } from "../../../words/changing";
import type { QuickKind } from "../keys/area";
import { DayField } from "./DayField";
import { useKnownLabels } from "./knownLabels";
import { optionsOf } from "./options";
import { useQuickActions } from "./useQuickActions";

export type QuickChangeProps = {
  kind: QuickKind;
  cards: TaskCard[];
  many: boolean;
  anchor: Element;
  me: User;
  people: People;
  today: string;
  onClose: () => void;
  /** Says where the focus goes. */
  onClosed: () => void;
};

/** These stay open: one may put on or take off several. */
const STAYS: QuickKind[] = ["assign", "label"];

export default function QuickChange({ kind, cards, many, anchor, me, people, today, onClose, onClosed }: QuickChangeProps) {
  const [typed, setTyped] = useState("");
  const labels = useKnownLabels();
  const act = useQuickActions({ cards, many, me, people });
  const options = optionsOf({ kind, cards, many, role: me.role, people, labels, today, typed });
  const name = cards.length > 1 ? words.forMany(words[kind], cards.length) : words[kind];
  const pick = (id: string) => {
    act(kind, id);
    if (many || !STAYS.includes(kind)) onClose();
  };
  return (
    <AnchoredPopover anchor={anchor} label={name} onClose={onClose} onClosed={onClosed}>
      <PickList label={name} options={options} typed={typed} onTyped={setTyped} onPick={pick} emptyText={words.none} />
      {kind === "due" ? <DayField today={today} onDay={pick} /> : null}
    </AnchoredPopover>
  );
}
