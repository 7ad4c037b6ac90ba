// The shares of the statuses side by side; the numbers beside it say the same in words.
import type { Kind, Share } from "./kinds";

const COLOURS: Record<Kind, string> = {
  OPEN: "color-mix(in oklab, var(--status-open) 35%, var(--surface))",
  IN_PROGRESS: "var(--status-in-progress)",
  UNDER_REVIEW: "var(--status-under-review)",
  COMPLETED: "var(--status-completed)",
  CLOSED: "var(--status-closed)",
};

export function StatusBar({ shares, tall = false }: { shares: Share[]; tall?: boolean }) {
  return (
    <div aria-hidden="true" className={`flex w-full gap-px overflow-hidden rounded-full bg-line ${tall ? "h-2.5" : "h-1.5"}`}>
      {shares.map(({ kind, percent }) => (
        <span key={kind} style={{ width: `${String(percent)}%`, background: COLOURS[kind] }} className="min-w-1" />
      ))}
    </div>
  );
}
