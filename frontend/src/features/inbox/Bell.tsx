// The bell with the number of unread entries; what it opens is fetched when somebody reaches for it.
import { Bell as BellIcon } from "lucide-react";
import type { ReactNode } from "react";
import { strings } from "../../strings";
import { IconButton } from "../../ui/Button";
import { Popover } from "../../ui/Popover";
import { useUnreadCount } from "./queries";

type BellProps = { className?: string; children: (close: () => void) => ReactNode };

export function Bell({ className = "", children }: BellProps) {
  const count = useUnreadCount();
  const bell = (
    <IconButton label={strings.inbox.bell(count)} className={`data-[state=open]:bg-hover ${className}`}>
      <span aria-hidden="true" className="relative">
        <BellIcon size={16} />
        {count > 0 ? (
          <span className="absolute -top-2.5 -right-3 min-w-4 rounded-full bg-accent-solid px-1 text-center text-[10px] leading-4 font-semibold text-on-accent ring-2 ring-sidebar">
            {strings.inbox.count(count)}
          </span>
        ) : null}
      </span>
    </IconButton>
  );
  return (
    <Popover wide label={strings.inbox.latest} trigger={bell}>
      {children}
    </Popover>
  );
}
