// The bell, and how what it shows leads to tasks: to the inbox with the task beside it.
import { lazy, Suspense } from "react";
import { Bell } from "../features/inbox/Bell";

const LatestInbox = lazy(() => import("./LatestInbox"));

export function InboxBell({ className }: { className?: string }) {
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
