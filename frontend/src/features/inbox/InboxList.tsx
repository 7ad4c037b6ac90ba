// The whole inbox, or what is unread of it, day by day.
import { Check, CheckCheck, Inbox } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { asFailure } from "../../api/problem";
import type { InboxEntry } from "../../api/types";
import { strings } from "../../strings";
import { IconButton } from "../../ui/Button";
import { daysBetween, exactDate, nearbyDate } from "../../ui/calendarDate";
import { LoadMore } from "../../ui/LoadMore";
import { NotUpToDate } from "../../ui/NotUpToDate";
import { Empty, Failure } from "../../ui/Notice";
import { Skeletons } from "../../ui/Skeleton";
import { useStepKeys } from "../../ui/useStepKeys";
import { entriesIn, type Shown } from "./cache";
import { byDay } from "./days";
import { EntryLink, type Reader, type TaskLinkOf } from "./EntryLink";
import { useInbox, useMarkRead } from "./queries";

const words = strings.inbox;

type InboxListProps = { shown: Shown; reader: Reader; linkTo: TaskLinkOf };

export function InboxList({ shown, reader, linkTo }: InboxListProps) {
  const query = useInbox(shown);
  const list = useStepKeys();
  const days = byDay(entriesIn(query.data), reader.timeZone);
  return (
    <div ref={list}>
      <NotUpToDate of={[query]} timeZone={reader.timeZone} />
      {query.isPending ? <Skeletons count={6} className="h-12 w-full" /> : null}
      {query.isError && !query.data ? (
        <Failure title={words.failed} failure={asFailure(query.error)} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data && days.length === 0 && !query.hasNextPage ? <Nothing shown={shown} /> : null}
      {days.map(({ date, entries }) => (
        <DayGroup key={date} date={date} today={reader.today}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} reader={reader} linkTo={linkTo} />
          ))}
        </DayGroup>
      ))}
      {query.hasNextPage ? <LoadMore busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} /> : null}
    </div>
  );
}

function Nothing({ shown }: { shown: Shown }) {
  if (shown === "all") return <Empty icon={Inbox} title={words.empty} text={words.emptyText} />;
  const showAll = (
    <Link to="/inbox" className="font-medium text-accent underline-offset-2 hover:underline">
      {words.showAll}
    </Link>
  );
  return <Empty icon={CheckCheck} title={words.allRead} text={words.allReadText} action={showAll} />;
}

function DayGroup({ date, today, children }: { date: string; today: string; children: ReactNode }) {
  const name = daysBetween(date, today) <= 1 ? nearbyDate(date, today) : exactDate(date);
  return (
    <section aria-label={name} className="mb-6">
      <h2 className="px-2 pb-1.5 text-sm font-medium">{name}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">{children}</ul>
    </section>
  );
}

function EntryRow({ entry, reader, linkTo }: { entry: InboxEntry; reader: Reader; linkTo: TaskLinkOf }) {
  const markRead = useMarkRead();
  const read = () => {
    if (entry.readAt === null) markRead([entry.id]);
  };
  return (
    <li className="flex items-center transition-colors hover:bg-hover has-[a[aria-current=page]]:bg-hover">
      <EntryLink entry={entry} reader={reader} linkTo={linkTo} underDay onOpen={read} />
      {entry.readAt === null ? (
        <IconButton label={words.markOne(entry.title)} className="mr-2" onClick={read}>
          <Check size={16} aria-hidden="true" />
        </IconButton>
      ) : (
        <span className="mr-2 size-7 shrink-0" />
      )}
    </li>
  );
}
