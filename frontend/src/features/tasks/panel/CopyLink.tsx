// Copies the address under which everybody on the task can open it.
import { Link2 } from "lucide-react";
import { strings } from "../../../strings";
import { IconButton } from "../../../ui/Button";
import { useToast } from "../../../ui/Toasts";

export function CopyLink({ taskId }: { taskId: string }) {
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/tasks/${taskId}`);
    toast({ title: strings.task.copied });
  };
  return (
    <IconButton label={strings.task.copy} onClick={() => void copy()}>
      <Link2 size={16} />
    </IconButton>
  );
}
