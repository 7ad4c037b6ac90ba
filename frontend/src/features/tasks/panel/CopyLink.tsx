// Copies the address under which everybody on the task can open it.
import { Link2 } from "lucide-react";
import { strings } from "../../../strings";
import { IconButton } from "../../../ui/Button";
import { useCopy } from "../../../ui/useCopy";

export function CopyLink({ taskId }: { taskId: string }) {
  const copy = useCopy();
  return (
    <IconButton label={strings.task.copy} onClick={() => void copy(`${window.location.origin}/tasks/${taskId}`, strings.task)}>
      <Link2 size={16} />
    </IconButton>
  );
}
