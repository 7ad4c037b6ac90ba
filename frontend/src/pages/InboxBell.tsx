// The bell, and how what it shows leads to tasks: to the inbox with the task beside it.
import { Suspense } from "react";
import { Bell } from "../features/inbox/Bell";
import { later } from "../ui/later";
import { useAhead } from "../ui/useAhead";

const fetchLatest = () => import("./LatestInbox");
const LatestInbox = later(fetchLatest);

export function InboxBell({ className }: { className?: string }) {
  useAhead(fetchLatest);
  return (
    <Bell {...(className ? { className } : {})}>
      {(close) => (
        <Suspense fallback={<div className="h-40" />}>
          <LatestInbox onLeave={close} />
        </Suspense>
      )}
    </Bell>
  );
}
