// The filters that are set, each as a chip that can be changed and removed, and the way to set one more.
import { ListFilter, X } from "lucide-react";
import { Suspense } from "react";
import type { People } from "../../../api/types";
import { strings } from "../../../strings";
import { Button } from "../../../ui/Button";
import { later } from "../../../ui/later";
import { Popover } from "../../../ui/Popover";
import { useAhead } from "../../../ui/useAhead";
import { KINDS, saidOf, without } from "./kinds";
import { ADD_FILTER_ID } from "./landmarks";
import { isFiltered } from "./taskQuery";
import type { TaskQueryState } from "./useTaskQuery";

const fetchPicker = () => import("./FilterPicker");
const FilterPicker = later(fetchPicker);
const words = strings.finding;

type FilterChipsProps = TaskQueryState & { people: People; today: string };

export function FilterChips({ query, change, clear, people, today }: FilterChipsProps) {
  useAhead(fetchPicker);
  return (
    <>
      <Popover
        label={words.add}
        trigger={
          <Button id={ADD_FILTER_ID} aria-label={words.add} className="px-2.5 text-sm" aria-keyshortcuts="F">
            <ListFilter size={14} aria-hidden="true" className="text-muted" />
            {words.addShort}
          </Button>
        }
      >
        {(close) => (
          <Suspense fallback={null}>
            <FilterPicker filters={query} people={people} onChange={change} onClose={close} />
          </Suspense>
        )}
      </Popover>
      {KINDS.map((kind) => {
        const said = saidOf(kind, query, people, today);
        if (!said) return null;
        return (
          <span key={kind} className="flex h-8 max-w-full min-w-0 items-center rounded-md border border-line bg-surface text-sm">
            <Popover
              label={words.choose(words.kinds[kind])}
              trigger={
                <button type="button" aria-label={words.chip(words.kinds[kind], said)} className="flex h-full min-w-0 items-center gap-1.5 rounded-l-md pr-1.5 pl-2.5 hover:bg-hover">
                  <span className="text-muted">{words.kinds[kind]}</span>{" "}
                  <span className="max-w-56 truncate font-medium">{said}</span>
                </button>
              }
            >
              {(close) => (
                <Suspense fallback={null}>
                  <FilterPicker kind={kind} filters={query} people={people} onChange={change} onClose={close} />
                </Suspense>
              )}
            </Popover>
            <button
              type="button"
              aria-label={words.remove(words.kinds[kind])}
              title={words.remove(words.kinds[kind])}
              onClick={() => {
                change(without(kind));
              }}
              className="flex h-full w-7 shrink-0 items-center justify-center rounded-r-md border-l border-line text-muted hover:bg-hover hover:text-ink"
            >
              <X size={13} aria-hidden="true" />
            </button>
          </span>
        );
      })}
      {isFiltered(query) ? (
        <Button look="quiet" aria-label={words.clear} className="px-2 text-sm" onClick={clear}>
          {words.clearShort}
        </Button>
      ) : null}
    </>
  );
}
