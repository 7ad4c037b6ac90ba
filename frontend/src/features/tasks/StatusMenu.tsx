// The status of a task, and a menu of where this person may take it next.
import { ChevronDown } from "lucide-react";
import type { Role, Status, TaskCard } from "../../api/types";
import { strings } from "../../strings";
import { Menu } from "../../ui/Menu";
import { useChangeStatus } from "./changes";
import { nextStatuses } from "./status";
import { statusEntries } from "./statusEntries";
import { StatusGlyph } from "./StatusGlyph";

/** `bare` shows the glyph alone. */
export function StatusMenu({ card, role, bare = false }: { card: TaskCard; role: Role; bare?: boolean }) {
  const changeStatus = useChangeStatus();
  const name = strings.tasks.statuses[card.status];
  if (nextStatuses(card.status, role).length === 0) return <FixedStatus status={card.status} bare={bare} />;
  const trigger = (
    <button
      type="button"
      aria-label={strings.tasks.changeStatus(name)}
      title={bare ? name : undefined}
      className={`inline-flex items-center gap-2 rounded-md transition-colors hover:bg-hover ${bare ? "size-7 justify-center" : "-ml-2 h-8 px-2 [&>svg:first-child]:mx-0.5"}`}
    >
      <StatusGlyph status={card.status} />
      {bare ? null : (
        <>
          {name}
          <ChevronDown size={14} aria-hidden="true" className="text-muted" />
        </>
      )}
    </button>
  );
  const entries = () =>
    statusEntries(card.status, role, (status) => {
      changeStatus(card, status, role);
    });
  return <Menu trigger={trigger} entries={entries} />;
}

function FixedStatus({ status, bare }: { status: Status; bare: boolean }) {
  const name = strings.tasks.statuses[status];
  return (
    <span title={name} className={`inline-flex items-center gap-2 ${bare ? "size-7 justify-center" : "h-8 [&>svg]:mx-0.5"}`}>
      <StatusGlyph status={status} />
      <span className={bare ? "sr-only" : ""}>{name}</span>
    </span>
  );
}
