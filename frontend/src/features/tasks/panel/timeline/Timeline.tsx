// What was said and done about a task, latest first, below a box to say more.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { asFailure } from "../../../../api/problem";
import type { People, Task, User } from "../../../../api/types";
import { strings } from "../../../../strings";
import { Avatar } from "../../../../ui/Avatar";
import { faceOf } from "../../../../ui/faces";
import { LoadMore } from "../../../../ui/LoadMore";
import { Failure } from "../../../../ui/Notice";
import { Skeletons } from "../../../../ui/Skeleton";
import { activityKeys } from "../../cache";
import { CommentBox } from "./CommentBox";
import { CommentEntry } from "./CommentEntry";
import { historyWords, type Names } from "./historyWords";
import { momentsOf, type Moment } from "./moments";
import { useComments, useEvents } from "./queries";
import { clockOf, When, type Clock } from "./When";

type TimelineProps = { task: Task; me: User; people: People; projectNames: ReadonlyMap<string, string>; today: string };

/** Somebody else's change or comment shows in the task, which is asked for anyway. */
function useNews({ id, version, commentCount }: Task): void {
  const client = useQueryClient();
  const known = useRef({ id, version, commentCount });
  useEffect(() => {
    const before = known.current;
    known.current = { id, version, commentCount };
    if (before.version === version && before.commentCount === commentCount) return;
    void client.invalidateQueries({ queryKey: activityKeys.comments(id) });
    void client.invalidateQueries({ queryKey: activityKeys.events(id) });
  }, [client, id, version, commentCount]);
}

export default function Timeline(props: TimelineProps) {
  const { task, me } = props;
  useNews(task);
  return (
    <section aria-label={strings.activity.title}>
      <h2 className="mb-2 text-sm font-medium text-muted">{strings.activity.title}</h2>
      <CommentBox task={task} me={me} />
      <div className="mt-4">
        <Moments {...props} />
      </div>
    </section>
  );
}

function Moments({ task, me, people, projectNames, today }: TimelineProps) {
  const comments = useComments(task.id);
  const events = useEvents(task.id);
  const failed = [comments, events].find((query) => query.isError && !query.data);
  if (failed) {
    const retry = () => {
      void comments.refetch();
      void events.refetch();
    };
    return <Failure title={strings.activity.failed} failure={asFailure(failed.error)} onRetry={retry} />;
  }
  if (!comments.data || !events.data) return <Skeletons count={3} className="h-5 w-full" />;
  const moments = momentsOf({
    comments: comments.data,
    events: events.data.pages.flatMap((page) => page.items),
    more: events.hasNextPage,
  });
  const names = { person: (id: string) => faceOf(people, id).name, project: (id: string) => projectNames.get(id), today };
  const clock = clockOf(me.timeZone, today);
  return (
    <>
      <ol className="flex flex-col gap-3">
        {moments.map((moment) => (
          <li key={moment.id}>
            {moment.kind === "comment" ? (
              <CommentEntry comment={moment.comment} author={faceOf(people, moment.comment.authorId)} task={task} me={me} clock={clock} />
            ) : (
              <HistoryLine moment={moment} people={people} names={names} clock={clock} />
            )}
          </li>
        ))}
      </ol>
      {events.hasNextPage ? <LoadMore busy={events.isFetchingNextPage} onMore={() => void events.fetchNextPage()} /> : null}
    </>
  );
}

type LineProps = { moment: Extract<Moment, { kind: "history" }>; people: People; names: Names; clock: Clock };

function HistoryLine({ moment: { events }, people, names, clock }: LineProps) {
  const [latest] = events;
  if (!latest) return null;
  const actor = faceOf(people, latest.actorId);
  return (
    <div className="flex items-start gap-2 px-3 text-xs leading-5 text-muted">
      <Avatar face={actor} size={18} />
      <p className="min-w-0 flex-1 break-words">
        <span className="font-medium text-ink">{actor.name}</span> {historyWords(events, names)}
      </p>
      <When at={latest.occurredAt} clock={clock} />
    </div>
  );
}
