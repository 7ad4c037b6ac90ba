// A priority as one to three bars, and as an exclamation mark when urgent.
import { kindsOf } from "../../api/kinds";
import type { Priority } from "../../api/types";
import { strings } from "../../strings";

const BARS: Record<Priority, number> = { URGENT: 3, HIGH: 3, MEDIUM: 2, LOW: 1 };

export const PRIORITIES = kindsOf(BARS);

function Bars({ priority }: { priority: Priority }) {
  return [0, 1, 2].map((bar) => (
    <rect
      key={bar}
      x={2 + bar * 4.5}
      y={10 - bar * 3.5}
      width="3"
      height={4 + bar * 3.5}
      rx="1"
      fill="currentColor"
      opacity={bar < BARS[priority] ? 1 : 0.28}
    />
  ));
}

export function PriorityBars({ priority }: { priority: Priority }) {
  const name = strings.tasks.priorities[priority];
  const urgent = priority === "URGENT";
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" role="img" className={`shrink-0 ${urgent ? "text-danger" : "text-muted"}`}>
      <title>{strings.tasks.priorityIs(name)}</title>
      {urgent ? (
        <>
          <rect x="1" y="1" width="14" height="14" rx="3.5" fill="currentColor" />
          <path d="M8 4 V8.8 M8 11.6 V11.7" stroke="var(--surface)" strokeWidth="1.9" strokeLinecap="round" />
        </>
      ) : (
        <Bars priority={priority} />
      )}
    </svg>
  );
}
