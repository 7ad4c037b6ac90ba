// The latest of the inbox with the people it names; a task opens beside the whole inbox.
import { Latest } from "../features/inbox/Latest";
import { useWorkspace } from "./workspace";

function linkTo(taskId: string) {
  return { to: `/inbox/tasks/${taskId}` };
}

export default function LatestInbox({ onLeave }: { onLeave: () => void }) {
  const { me, people, today } = useWorkspace();
  return <Latest reader={{ people, timeZone: me.timeZone, today }} linkTo={linkTo} onLeave={onLeave} />;
}
