// The labels on the tasks that the page has loaded: the API keeps no list of them.
import { useQueryClient } from "@tanstack/react-query";
import { keys, type CardPages } from "../cache";
import { cardsIn } from "../queries";

export function useKnownLabels(): string[] {
  const client = useQueryClient();
  const lists = client.getQueriesData<CardPages>({ queryKey: keys.lists });
  const labels = lists.flatMap(([, pages]) => cardsIn(pages).flatMap((card) => card.labels));
  return [...new Set(labels)].sort((one, other) => one.localeCompare(other));
}
