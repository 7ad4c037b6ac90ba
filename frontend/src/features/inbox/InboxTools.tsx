// What stands beside the inbox's title: all or unread, and marking everything as read.
import { CheckCheck } from "lucide-react";
import { Link } from "react-router";
import { strings } from "../../strings";
import { Button } from "../../ui/Button";
import type { Shown } from "./cache";
import { useMarkRead, useUnreadCount } from "./queries";

const words = strings.inbox;

const FILTERS: { shown: Shown; to: string; name: string }[] = [
  { shown: "all", to: "/inbox", name: words.all },
  { shown: "unread", to: "/inbox?unread=true", name: words.unread },
];

export function InboxTools({ shown }: { shown: Shown }) {
  const unread = useUnreadCount();
  const markRead = useMarkRead();
  return (
    <div className="flex min-w-0 flex-1 items-center justify-between gap-2">
      <nav aria-label={words.show} className="flex gap-0.5 rounded-md border border-line bg-column p-px">
        {FILTERS.map((filter) => (
          <Link
            key={filter.shown}
            to={filter.to}
            aria-current={filter.shown === shown ? "page" : undefined}
            className="flex h-7 items-center gap-1.5 rounded px-2.5 text-sm text-muted transition-colors hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:ring-1 aria-[current=page]:ring-line-strong"
          >
            {filter.name}
            {filter.shown === "unread" && unread > 0 ? <span className="text-xs text-muted">{words.count(unread)}</span> : null}
          </Link>
        ))}
      </nav>
      <Button
        disabled={unread === 0}
        aria-label={words.markAll}
        className="max-sm:px-2"
        onClick={() => {
          markRead("all");
        }}
      >
        <CheckCheck size={16} aria-hidden="true" />
        <span className="max-sm:sr-only">{words.markAll}</span>
      </Button>
    </div>
  );
}
