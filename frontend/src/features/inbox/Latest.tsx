// What the bell opens: the latest entries, and the way to all of them.
import { Link } from "react-router";
import { asFailure } from "../../api/problem";
import { strings } from "../../strings";
import { Button } from "../../ui/Button";
import { Failure } from "../../ui/Notice";
import { Skeletons } from "../../ui/Skeleton";
import { useStepKeys } from "../../ui/useStepKeys";
import { entriesIn } from "./cache";
import { EntryLink, type Reader, type TaskLinkOf } from "./EntryLink";
import { useInbox, useMarkRead, useUnreadCount } from "./queries";

const SHOWN = 8;

type LatestProps = { reader: Reader; linkTo: TaskLinkOf; onLeave: () => void };

export function Latest({ reader, linkTo, onLeave }: LatestProps) {
  const markRead = useMarkRead();
  const unread = useUnreadCount();
  return (
    <>
      <div className="flex h-11 items-center justify-between border-b border-line pr-1.5 pl-4">
        <h2 className="font-medium">{strings.inbox.title}</h2>
        <Button
          look="quiet"
          className="text-sm"
          disabled={unread === 0}
          onClick={() => {
            markRead("all");
          }}
        >
          {strings.inbox.markAll}
        </Button>
      </div>
      <LatestEntries reader={reader} linkTo={linkTo} onLeave={onLeave} />
      <div className="border-t border-line p-1">
        <Link
          to="/inbox"
          onClick={onLeave}
          className="flex h-8 items-center justify-center rounded-md text-sm font-medium text-accent hover:bg-hover"
        >
          {strings.inbox.open}
        </Link>
      </div>
    </>
  );
}

function LatestEntries({ reader, linkTo, onLeave }: LatestProps) {
  const query = useInbox("all");
  const markRead = useMarkRead();
  const list = useStepKeys();
  const entries = entriesIn(query.data).slice(0, SHOWN);
  return (
    <div ref={list} className="max-h-[min(26rem,60vh)] overflow-y-auto">
      {query.isPending ? (
        <div className="p-4">
          <Skeletons count={4} className="h-9 w-full" />
        </div>
      ) : null}
      {query.isError && !query.data ? (
        <Failure title={strings.inbox.failed} failure={asFailure(query.error)} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data && entries.length === 0 ? (
        <div className="px-6 py-8 text-center text-sm">
          <p className="font-medium">{strings.inbox.empty}</p>
          <p className="mt-1 text-muted">{strings.inbox.emptyText}</p>
        </div>
      ) : null}
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryLink
              entry={entry}
              reader={reader}
              linkTo={linkTo}
              onOpen={() => {
                if (entry.readAt === null) markRead([entry.id]);
                onLeave();
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
