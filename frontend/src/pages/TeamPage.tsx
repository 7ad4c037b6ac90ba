// The team: who is in it, and what an admin changes of it.
import { Search } from "lucide-react";
import { useDeferredValue, useId, useState } from "react";
import { HowToJoin } from "../features/people/HowToJoin";
import { TeamList } from "../features/people/TeamList";
import { useMe } from "../session/Session";
import { inputLook } from "../ui/Field";
import { team as words } from "../words/team";
import { ListPage } from "./ListPage";

export default function TeamPage() {
  const me = useMe();
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed);
  return (
    <ListPage title={words.title} action={<SearchBox typed={typed} onType={setTyped} />}>
      <div className="h-full overflow-y-auto px-4 pb-8">
        <div className="max-w-5xl">
          <HowToJoin />
          <TeamList myId={me.id} typed={wanted} />
        </div>
      </div>
    </ListPage>
  );
}

function SearchBox({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const id = useId();
  return (
    <div className="relative w-64 min-w-0">
      <label htmlFor={id} className="sr-only">
        {words.search}
      </label>
      <Search size={14} aria-hidden="true" className="pointer-events-none absolute top-[9px] left-2.5 text-muted" />
      <input
        id={id}
        type="search"
        placeholder={words.search}
        value={typed}
        className={`${inputLook} h-8 pl-8`}
        onChange={(event) => {
          onType(event.target.value);
        }}
      />
    </div>
  );
}
