// People to choose from, in a list that narrows as one types.
import { Check, Search } from "lucide-react";
import { useState } from "react";
import type { People, Person } from "../../api/types";
import { strings } from "../../strings";
import { Avatar } from "../../ui/Avatar";

const MAX_ASSIGNEES = 20;

export type PeopleListProps = {
  people: People;
  chosen: string[];
  onToggle: (userId: string, assigned: boolean) => void;
};

function matching(people: People, typed: string): Person[] {
  const wanted = typed.trim().toLowerCase();
  return [...people.values()]
    .filter((person) => person.status !== "DEACTIVATED")
    .filter((person) => `${person.name} ${person.email ?? ""}`.toLowerCase().includes(wanted))
    .sort((one, other) => one.name.localeCompare(other.name));
}

export default function PeopleList({ people, chosen, onToggle }: PeopleListProps) {
  const [typed, setTyped] = useState("");
  const found = matching(people, typed);
  const isFull = chosen.length >= MAX_ASSIGNEES;
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search size={14} aria-hidden="true" className="text-muted" />
        <input
          aria-label={strings.task.findPerson}
          placeholder={strings.task.findPerson}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          className="h-9 min-w-0 flex-1 bg-transparent text-sm outline-none"
        />
      </div>
      <ul className="max-h-64 overflow-y-auto p-1">
        {found.map((person) => {
          const isChosen = chosen.includes(person.id);
          return (
            <li key={person.id}>
              <button
                type="button"
                aria-pressed={isChosen}
                disabled={isFull && !isChosen}
                onClick={() => {
                  onToggle(person.id, !isChosen);
                }}
                className="flex w-full items-center gap-2 rounded px-2 py-1.5 text-left text-sm hover:bg-hover disabled:opacity-50"
              >
                <Avatar face={person} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{person.name}</span>
                  {person.email ? <span className="block truncate text-xs text-muted">{person.email}</span> : null}
                </span>
                {isChosen ? <Check size={14} aria-hidden="true" className="text-accent" /> : null}
              </button>
            </li>
          );
        })}
      </ul>
      {found.length === 0 ? <p className="px-3 pb-3 text-sm text-muted">{strings.task.nobodyFound}</p> : null}
      {isFull ? <p className="border-t border-line px-3 py-2 text-xs text-muted">{strings.task.peopleFull}</p> : null}
    </>
  );
}
