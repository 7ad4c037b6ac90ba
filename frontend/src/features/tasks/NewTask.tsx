// The button that opens the dialog for a new task.
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { People } from "../../api/types";
import { strings } from "../../strings";
import { Button } from "../../ui/Button";

const NewTaskDialog = lazy(() => import("./NewTaskDialog"));

export function NewTask({ projectId, people }: { projectId: string; people: People }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Plus size={16} aria-hidden="true" />
        {strings.board.newTask}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <NewTaskDialog
            projectId={projectId}
            people={people}
            onDone={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
