// Says wherever one is that changes wait for an answer that doesn't come, and asks before they are lost with the page.
import { onlineManager, useMutationState } from "@tanstack/react-query";
import { CloudUpload } from "lucide-react";
import { useEffect } from "react";
import { strings } from "../strings";

function useUnsavedCount(): number {
  const pending = useMutationState({
    filters: { status: "pending" },
    select: ({ state }) => ({
      unanswered: state.failureCount > 0 || (state.isPaused && !onlineManager.isOnline()),
      // Behind another change of the same task.
      waits: state.isPaused,
    }),
  });
  if (!pending.some(({ unanswered }) => unanswered)) return 0;
  return pending.filter(({ unanswered, waits }) => unanswered || waits).length;
}

function useAskBeforeLeaving(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
    };
  }, [wanted]);
}

export function UnsavedNote() {
  const count = useUnsavedCount();
  useAskBeforeLeaving(count > 0);
  return (
    <div role="status">
      {count > 0 ? (
        <p className="flex items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5 text-sm">
          <CloudUpload size={14} aria-hidden="true" className="shrink-0 text-accent" />
          {strings.nav.unsaved(count)}
        </p>
      ) : null}
    </div>
  );
}
