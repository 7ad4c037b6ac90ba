// The button that opens the dialog for a new task.
import { Plus } from "lucide-react";
import { strings } from "../../strings";
import { Button } from "../../ui/Button";

export function NewTask({ onOpen }: { onOpen: () => void }) {
  return (
    <Button look="primary" onClick={onOpen}>
      <Plus size={16} aria-hidden="true" />
      {strings.board.newTask}
    </Button>
  );
}
