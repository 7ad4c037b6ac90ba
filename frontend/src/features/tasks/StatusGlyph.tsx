// A status as a glyph: an empty, half, three-quarter, full or crossed circle, so that colour never says it alone.
import type { Status } from "../../api/types";

const COLOURS: Record<Status, string> = {
  OPEN: "var(--status-open)",
  IN_PROGRESS: "var(--status-in-progress)",
  UNDER_REVIEW: "var(--status-under-review)",
  COMPLETED: "var(--status-completed)",
  CLOSED: "var(--status-closed)",
};

function Inside({ status }: { status: Status }) {
  switch (status) {
    case "OPEN":
      return null;
    case "IN_PROGRESS":
      return <path d="M8 4 A4 4 0 0 1 8 12 Z" fill="currentColor" />;
    case "UNDER_REVIEW":
      return <path d="M8 8 V4 A4 4 0 1 1 4 8 Z" fill="currentColor" />;
    case "COMPLETED":
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="currentColor" />
          <path d="M5.3 8.2 7.2 10 10.8 6.2" fill="none" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
        </>
      );
    case "CLOSED":
      return <path d="M5.8 5.8 10.2 10.2 M10.2 5.8 5.8 10.2" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />;
  }
}

export function StatusGlyph({ status, size = 16 }: { status: Status; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className="shrink-0" style={{ color: COLOURS[status] }}>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <Inside status={status} />
    </svg>
  );
}
