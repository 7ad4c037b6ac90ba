// Says beside what is shown that it could not be asked for again, and since when.
import { CloudOff } from "lucide-react";
import { strings } from "../strings";
import { timeOfDay } from "./moments";

type Asked = {
  /** Whether it was there once and failed when it was last asked for. */
  isRefetchError: boolean;
  /** Milliseconds since 1970. */
  dataUpdatedAt: number;
};

export function NotUpToDate({ of, timeZone }: { of: Asked[]; timeZone: string }) {
  const failed = of.filter(({ isRefetchError }) => isRefetchError);
  if (failed.length === 0) return null;
  const since = new Date(Math.min(...failed.map(({ dataUpdatedAt }) => dataUpdatedAt))).toISOString();
  return (
    <p role="status" className="flex items-center gap-2 px-2 py-1.5 text-xs text-muted">
      <CloudOff size={12} aria-hidden="true" className="shrink-0" />
      {strings.notUpToDate(timeOfDay(since, timeZone))}
    </p>
  );
}
