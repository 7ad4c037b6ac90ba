// Everything the page asks of tasks.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi } from "../../api/client";
import { answer } from "../../api/problem";
import { REFRESH_MS } from "../../api/queryClient";
import type { Status, TaskCard } from "../../api/types";
import { keys, type CardPages } from "./cache";
import type { Filters, Sort } from "./filters/taskQuery";
import { matches, wanted, type Wanted } from "./filters/wanted";
import { STATUSES } from "./status";

const PAGE_SIZE = 50;

type Cards = {
  queryKey: readonly unknown[];
  asked: Wanted;
  /** Leaves out what has just been changed so that it no longer belongs here, before the API says so. */
  keep?: (card: TaskCard) => boolean;
  enabled?: boolean;
};

const everything = () => true;

function useCards({ queryKey, asked, keep = everything, enabled = true }: Cards) {
  const api = useApi();
  const select = useCallback(
    (pages: CardPages): CardPages => ({ ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter(keep) })) }),
    [keep],
  );
  return useInfiniteQuery({
    queryKey,
    enabled,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return answer(api.GET("/api/v1/tasks", { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select,
    // While somebody types or adds a filter the list narrows instead of going blank.
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

export type CardsQuery = ReturnType<typeof useCards>;

export function cardsIn(pages: Pick<CardPages, "pages"> | undefined): TaskCard[] {
  return pages?.pages.flatMap((page) => page.items) ?? [];
}

/** Nothing here, and nothing more to come. */
export function isBare(query: CardsQuery): boolean {
  return query.isSuccess && !query.isPlaceholderData && !query.hasNextPage && cardsIn(query.data).length === 0;
}

function useKeep(filters: Filters, today: string): (card: TaskCard) => boolean {
  return useCallback((card) => matches(card, filters, today), [filters, today]);
}

export type BoardQueries = Record<(typeof STATUSES)[number], CardsQuery>;

/** The columns that a filter shows: all of them, or those of the statuses that are asked for. */
export function columnsOf(filters: Filters, today: string): Status[] {
  const { status } = wanted(filters, today);
  return status ? STATUSES.filter((one) => status.includes(one)) : [...STATUSES];
}

/** Columns that aren't shown are not asked for. */
export function useBoard(projectId: string, filters: Filters, today: string): BoardQueries {
  const rest = wanted({ ...filters, status: [...STATUSES] }, today);
  delete rest.status;
  const keep = useKeep(filters, today);
  const shown = columnsOf(filters, today);
  const column = (status: Status): Cards => ({
    queryKey: keys.column(projectId, status, rest),
    asked: { ...rest, project: projectId, status: [status] },
    keep,
    enabled: shown.includes(status),
  });
  return {
    OPEN: useCards(column("OPEN")),
    IN_PROGRESS: useCards(column("IN_PROGRESS")),
    UNDER_REVIEW: useCards(column("UNDER_REVIEW")),
    COMPLETED: useCards(column("COMPLETED")),
    CLOSED: useCards(column("CLOSED")),
  };
}

export function useProjectTasks(projectId: string, filters: Filters, sort: Sort, today: string): CardsQuery {
  const asked = { ...wanted(filters, today), project: projectId, sort };
  return useCards({ queryKey: keys.project(projectId, asked), asked, keep: useKeep(filters, today) });
}

export function useTasksOf(userId: string): CardsQuery {
  return useCards({ queryKey: keys.assignee(userId), asked: { assignee: userId } });
}

const FOUND_AT_MOST = 8;

/** Tasks in which a text occurs; asked for nothing when there is no text. */
export function useFoundTasks(text: string, within: Pick<Wanted, "project" | "assignee">) {
  const api = useApi();
  return useQuery({
    queryKey: keys.found(text, within),
    enabled: text !== "",
    queryFn: ({ signal }) => answer(api.GET("/api/v1/tasks", { params: { query: { ...within, q: text, limit: FOUND_AT_MOST } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useTask(taskId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.one(taskId),
    queryFn: () => answer(api.GET("/api/v1/tasks/{taskId}", { params: { path: { taskId } } })),
    refetchInterval: REFRESH_MS,
  });
}
