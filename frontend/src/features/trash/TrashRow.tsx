// A deleted task: what it was, who deleted it when, and how long it can still be brought back.
import { Undo2 } from "lucide-react";
import type { TrashedTask } from "../../api/types";
import { Button } from "../../ui/Button";
import { exactDate, nearbyDate } from "../../ui/calendarDate";
import { faceOf } from "../../ui/faces";
import { dayOf, exactMoment } from "../../ui/moments";
import { trash as words } from "../../words/trash";
import { daysLeft, goneOn } from "./daysLeft";
import type { Reader } from "./TrashList";

/** So few that it is time to look. */
const FEW_DAYS = 3;

type TrashRowProps = {
  task: TrashedTask;
  reader: Reader;
  isSelected: boolean;
  onToggle: () => void;
  onRestore: () => void;
};

export function TrashRow({ task, reader, isSelected, onToggle, onRestore }: TrashRowProps) {
  const { people, projectNames, timeZone, today } = reader;
  const left = daysLeft(task.deletedAt, reader);
  // Nothing touches a task once it is deleted: who changed it last is who deleted it.
  const who = faceOf(people, task.updatedBy).name;
  return (
    <li className="flex items-center gap-3 px-3 py-2 has-checked:bg-hover">
      <label className="-mx-1 flex size-6 shrink-0 items-center justify-center">
        <span className="sr-only">{words.select(task.title)}</span>
        <input
          type="checkbox"
          checked={isSelected}
          className="size-4 accent-(--accent-solid)"
          onChange={onToggle}
        />
      </label>
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-center">
        <div className="min-w-0 flex-1">
          <p className="truncate" title={task.title}>
            {task.title}
          </p>
          <p className="truncate text-xs text-muted">
            <span>{projectNames.get(task.projectId)}</span>
            <span aria-hidden="true"> · </span>
            <span title={exactMoment(task.deletedAt, timeZone)}>{words.deleted(who, nearbyDate(dayOf(task.deletedAt, timeZone), today))}</span>
          </p>
        </div>
        <span
          title={words.goneOn(exactDate(goneOn(task.deletedAt, timeZone)))}
          className={`text-xs whitespace-nowrap ${left <= FEW_DAYS ? "text-danger" : "text-muted"}`}
        >
          {words.daysLeft(left)}
        </span>
      </div>
      <Button aria-label={words.restoreOne(task.title)} className="max-sm:px-2" onClick={onRestore}>
        <Undo2 size={14} aria-hidden="true" />
        <span className="max-sm:sr-only">{words.restore}</span>
      </Button>
    </li>
  );
}
