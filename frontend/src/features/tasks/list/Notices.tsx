// What a list says beside its rows: nothing fits the filters, or everything is done.
import { CircleCheckBig, SearchX } from "lucide-react";
import type { TaskCard } from "../../../api/types";
import { strings } from "../../../strings";
import { Button } from "../../../ui/Button";
import { Empty } from "../../../ui/Notice";
import { isDone } from "../status";

const words = strings.finding;

export function NothingMatches({ onClear }: { onClear: () => void }) {
  const clear = <Button onClick={onClear}>{words.clear}</Button>;
  return <Empty icon={SearchX} title={words.nothing} text={words.nothingText} action={clear} />;
}

export function AllDone() {
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-2 rounded-lg bg-accent-soft px-3 py-2 text-sm">
      <CircleCheckBig size={16} aria-hidden="true" className="text-accent" />
      <span className="font-medium">{words.allDone}</span>
      <span className="text-muted">{words.allDoneText}</span>
    </p>
  );
}

/** Known only once everything has been loaded. */
export function isAllDone(cards: TaskCard[], more: boolean): boolean {
  return cards.length > 0 && !more && cards.every((card) => isDone(card.status));
}
