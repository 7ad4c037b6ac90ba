// What came back from the trash while this page was open, with the way to it.
import { Undo2 } from "lucide-react";
import { Link } from "react-router";
import type { TrashedTask } from "../../api/types";
import { trash as words } from "../../words/trash";

export type LinkTo = (task: TrashedTask) => string;

export function Restored({ tasks, linkTo }: { tasks: TrashedTask[]; linkTo: LinkTo }) {
  return (
    <div role="status">
      {tasks.length > 0 ? (
        <div className="mb-4 flex gap-3 rounded-lg bg-accent-soft px-3 py-2.5">
          <Undo2 size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-accent" />
          <div className="min-w-0">
            <p className="font-medium">{words.restored(tasks.length)}</p>
            <ul className="mt-0.5">
              {tasks.map((task) => (
                <li key={task.id} className="truncate">
                  <Link
                    to={linkTo(task)}
                    aria-label={words.open(task.title)}
                    className="inline-block min-h-6 text-accent underline-offset-2 hover:underline"
                  >
                    {task.title}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </div>
  );
}
