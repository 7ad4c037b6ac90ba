// Above a board or a list: search, filters, order, and which of the two displays it is.
import { ArrowDownWideNarrow, List as ListIcon, SlidersHorizontal, SquareKanban } from "lucide-react";
import { useState } from "react";
import type { People } from "../../../api/types";
import { strings } from "../../../strings";
import { Button, IconButton } from "../../../ui/Button";
import { Menu, type MenuEntry } from "../../../ui/Menu";
import { useWide } from "../../../ui/useWide";
import { FilterChips } from "./FilterChips";
import { KINDS, saidOf } from "./kinds";
import { SearchBox } from "./SearchBox";
import { SORTS, sortOf, sortsFor, VIEWS, type Sort, type TaskQuery } from "./taskQuery";
import type { TaskQueryState } from "./useTaskQuery";

type FilterBarProps = TaskQueryState & { people: People; today: string };

const words = strings.finding;

export function FilterBar(props: FilterBarProps) {
  const { query, change, people, today } = props;
  const wide = useWide();
  const [open, setOpen] = useState(false);
  const count = KINDS.filter((kind) => saidOf(kind, query, people, today)).length;
  const search = (
    <SearchBox
      text={query.q}
      onText={(q) => {
        // A word is one step of the history, however it was typed.
        change({ q }, { replace: query.q !== "" && q !== "" });
      }}
    />
  );
  const onSort = (sort: Sort) => {
    change({ sort: sort === sortsFor(query)[0] ? null : sort });
  };
  const order = query.view === "list" ? <SortMenu query={query} onSort={onSort} /> : null;
  const views = (
    <ViewSwitch
      view={query.view}
      onView={(view) => {
        change({ view });
      }}
    />
  );
  if (wide)
    return (
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 pb-3">
        {search}
        <FilterChips {...props} />
        <span className="flex-1" />
        {order}
        {views}
      </div>
    );
  return (
    <div className="shrink-0 px-4 pb-3">
      <div className="flex items-center gap-2">
        {search}
        <Button
          aria-expanded={open}
          aria-label={words.filtersCount(count)}
          className="px-2.5"
          onClick={() => {
            setOpen(!open);
          }}
        >
          <SlidersHorizontal size={14} aria-hidden="true" />
          {count > 0 ? <span className="text-sm font-medium text-accent">{count}</span> : null}
        </Button>
        {views}
      </div>
      {open ? (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <FilterChips {...props} />
          {order}
        </div>
      ) : null}
    </div>
  );
}

function SortMenu({ query, onSort }: { query: TaskQuery; onSort: (sort: Sort) => void }) {
  const sort = sortOf(query);
  const possible = sortsFor(query);
  const options = possible.map((value) => ({ value, label: words.sorts[value] }));
  // The API has one order for each kind of list; what the others take is said, not hidden.
  const others = SORTS.filter((other) => !possible.includes(other));
  const entries = (): MenuEntry[] => [
    { kind: "choice", label: words.sort, value: sort, options, onChoose: (value) => { onSort(value as Sort); } },
    { kind: "line" },
    ...others.map((other): MenuEntry => ({ kind: "heading", text: `${words.sorts[other]}: ${words.sortHints[other]}` })),
  ];
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <Button look="quiet" aria-label={words.sortIs(words.sorts[sort])} className="px-2 text-sm">
          <ArrowDownWideNarrow size={14} aria-hidden="true" />
          {words.sorts[sort]}
        </Button>
      }
    />
  );
}

const ICONS = { board: SquareKanban, list: ListIcon };

function ViewSwitch({ view, onView }: { view: TaskQuery["view"]; onView: (view: TaskQuery["view"]) => void }) {
  return (
    <div role="group" aria-label={words.views.label} className="flex rounded-md border border-line bg-surface p-px">
      {VIEWS.map((one) => {
        const Icon = ICONS[one];
        return (
          <IconButton
            key={one}
            label={words.views[one]}
            aria-pressed={view === one}
            className="aria-pressed:bg-hover aria-pressed:text-ink"
            onClick={() => {
              onView(one);
            }}
          >
            <Icon size={15} />
          </IconButton>
        );
      })}
    </div>
  );
}
