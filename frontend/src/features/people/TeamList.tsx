// Everybody of the team by name, and a search among those who are loaded.
import { SearchX, UsersRound } from "lucide-react";
import { asFailure } from "../../api/problem";
import type { Person } from "../../api/types";
import { useMe } from "../../session/Session";
import { LoadMore } from "../../ui/LoadMore";
import { NotUpToDate } from "../../ui/NotUpToDate";
import { Empty, Failure } from "../../ui/Notice";
import { Skeletons } from "../../ui/Skeleton";
import { team as words } from "../../words/team";
import { PersonRow } from "./PersonRow";
import { useTeam } from "./queries";

function matching(people: Person[], typed: string): Person[] {
  const wanted = typed.trim().toLowerCase();
  return wanted ? people.filter(({ name, email }) => `${name}\n${email ?? ""}`.toLowerCase().includes(wanted)) : people;
}

export function TeamList({ myId, typed }: { myId: string; typed: string }) {
  const { timeZone } = useMe();
  const query = useTeam();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  if (isPending) return <Skeletons count={6} className="h-12 w-full" />;
  if (!data) return <Failure title={words.failed} failure={asFailure(error)} onRetry={() => void refetch()} />;
  const people = data.pages.flatMap((page) => page.items);
  const found = matching(people, typed);
  return (
    <>
      <NotUpToDate of={[query]} timeZone={timeZone} />
      {people.length === 0 && !hasNextPage ? <Empty icon={UsersRound} title={words.empty} text={words.emptyText} /> : null}
      {people.length > 0 && found.length === 0 ? <NoMatch typed={typed.trim()} loaded={people.length} isAll={!hasNextPage} /> : null}
      {found.length > 0 ? (
        <ul aria-label={words.label} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {found.map((person) => (
            <PersonRow key={person.id} person={person} isMe={person.id === myId} />
          ))}
        </ul>
      ) : null}
      {hasNextPage && typed.trim() && found.length > 0 ? <p className="px-3 pt-2 text-xs text-muted">{words.searched(people.length)}</p> : null}
      {hasNextPage ? <LoadMore busy={isFetchingNextPage} onMore={() => void fetchNextPage()} /> : null}
    </>
  );
}

function NoMatch({ typed, loaded, isAll }: { typed: string; loaded: number; isAll: boolean }) {
  return (
    <p role="status" className="flex items-center justify-center gap-2 py-10 text-muted">
      <SearchX size={16} aria-hidden="true" />
      {isAll ? words.noMatch(typed) : words.noMatchSoFar(typed, loaded)}
    </p>
  );
}
