// What an admin does to people; nothing shows before the API has done it, since each of these signs somebody out.
import { useMutation, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useApi, type Api } from "../../api/client";
import { answer, Problem } from "../../api/problem";
import { keptWhileOffline } from "../../api/queryClient";
import type { Page, Person } from "../../api/types";
import { useToast } from "../../ui/Toasts";
import { team } from "../../words/team";
import { keys } from "./queries";

/** What somebody is to become: a role, or an account that is open or closed. */
export type Change = "ADMIN" | "MEMBER" | "DEACTIVATED" | "ACTIVE";

type Pages = InfiniteData<Page<Person>, string | null>;

function send(api: Api, userId: string, change: Change): Promise<Person> {
  const params = { path: { userId } };
  switch (change) {
    case "DEACTIVATED":
      return answer(api.POST("/api/v1/users/{userId}/deactivate", { params }));
    case "ACTIVE":
      return answer(api.POST("/api/v1/users/{userId}/reactivate", { params }));
    default:
      return answer(api.PUT("/api/v1/users/{userId}/role", { params, body: { role: change } }));
  }
}

/** Not all of it is done, or none of it just now; the API says why, and the same request does what is left. */
export function isUnfinished(error: Error): boolean {
  return error instanceof Problem && error.status === 503;
}

export function useChangePerson(person: Person) {
  const api = useApi();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    ...keptWhileOffline,
    mutationFn: (change: Change) => send(api, person.id, change),
    onSuccess: (changed, change) => {
      client.setQueryData<Pages>(
        keys.team,
        (known) =>
          known && {
            ...known,
            pages: known.pages.map((page) => ({ ...page, items: page.items.map((each) => (each.id === changed.id ? changed : each)) })),
          },
      );
      toast({ title: team.done[change](person.name) });
    },
    // Also after a refusal: somebody else may have been faster, or half of it is done.
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.team }), client.invalidateQueries({ queryKey: keys.names })]),
  });
}
