// The menu entries that move a task to another status.
import type { Role, Status } from "../../api/types";
import { strings } from "../../strings";
import type { MenuEntry } from "../../ui/Menu";
import { nextStatuses } from "./status";
import { StatusGlyph } from "./StatusGlyph";

export function statusEntries(from: Status, role: Role, onStatus: (status: Status) => void): MenuEntry[] {
  const actions = nextStatuses(from, role).map(
    (status): MenuEntry => ({
      kind: "action",
      label: strings.tasks.statuses[status],
      icon: <StatusGlyph status={status} />,
      onSelect: () => {
        onStatus(status);
      },
    }),
  );
  return [{ kind: "heading", text: strings.board.moveTo }, ...actions];
}
