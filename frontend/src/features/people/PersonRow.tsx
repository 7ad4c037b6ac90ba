// Somebody of the team: who they are, what they may do, and what an admin may change of it.
import { Ellipsis, ShieldCheck, User, UserCheck, UserX } from "lucide-react";
import { Suspense, useRef, useState } from "react";
import type { Person } from "../../api/types";
import { Avatar } from "../../ui/Avatar";
import { IconButton } from "../../ui/Button";
import { later } from "../../ui/later";
import { Menu, type MenuEntry } from "../../ui/Menu";
import { useAhead } from "../../ui/useAhead";
import { team as words } from "../../words/team";
import { ChangeTrouble } from "./ChangeTrouble";
import { useChangePerson } from "./changes";
import type { Confirmed } from "./ConfirmChange";

const fetchConfirmChange = () => import("./ConfirmChange");
const ConfirmChange = later(fetchConfirmChange);

export function PersonRow({ person, isMe }: { person: Person; isMe: boolean }) {
  const change = useChangePerson(person);
  useAhead(fetchConfirmChange);
  const [asked, setAsked] = useState<Confirmed | null>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const isActive = person.status !== "DEACTIVATED";
  const close = () => {
    setAsked(null);
  };
  return (
    <li aria-label={person.name} className="px-3 py-2">
      <div className="flex items-center gap-3">
        <span className={isActive ? "flex" : "flex opacity-50 grayscale"}>
          <Avatar face={person} size={28} />
        </span>
        <div className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-center">
          <div className="min-w-0 flex-1">
            <p className="flex items-center gap-1.5">
              <span className={`truncate font-medium ${isActive ? "" : "text-muted"}`}>{person.name}</span>
              {isMe ? <span className="rounded bg-accent-soft px-1.5 text-xs text-accent">{words.you}</span> : null}
            </p>
            <p className="truncate text-sm text-muted">{person.email}</p>
          </div>
          <p className="flex shrink-0 items-center text-sm">
            <Role person={person} />
            <Standing isActive={isActive} isBusy={change.isPending} />
          </p>
        </div>
        <Menu
          align="end"
          trigger={
            <IconButton ref={menu} label={words.change(person.name)}>
              <Ellipsis size={16} />
            </IconButton>
          }
          entries={() => entriesFor(person, setAsked, () => { change.mutate("ACTIVE"); })}
        />
      </div>
      <ChangeTrouble change={change} name={person.name} />
      {asked ? (
        <Suspense fallback={null}>
          <ConfirmChange
            change={asked}
            name={person.name}
            isMe={isMe}
            returnTo={menu}
            onClose={close}
            onConfirm={() => {
              change.mutate(asked);
              close();
            }}
          />
        </Suspense>
      ) : null}
    </li>
  );
}

function Role({ person: { role } }: { person: Person }) {
  if (!role) return null;
  const Icon = role === "ADMIN" ? ShieldCheck : User;
  return (
    <span className={`flex items-center gap-1.5 sm:w-24 ${role === "ADMIN" ? "" : "text-muted"}`}>
      <Icon size={14} aria-hidden="true" className="text-muted" />
      {words.roles[role]}
    </span>
  );
}

function Standing({ isActive, isBusy }: { isActive: boolean; isBusy: boolean }) {
  const name = isBusy ? `${words.changing}…` : words.statuses[isActive ? "ACTIVE" : "DEACTIVATED"];
  return (
    <span role="status" className="flex items-center gap-1.5 text-muted before:px-1.5 before:content-['·'] sm:w-28 sm:before:hidden">
      {isBusy ? null : (
        <span aria-hidden="true" className={`size-2 rounded-full ${isActive ? "bg-accent-solid" : "border border-line-strong"}`} />
      )}
      {name}
    </span>
  );
}

const icon = { size: 16, "aria-hidden": true, className: "text-muted" } as const;

function entriesFor({ role, status }: Person, ask: (change: Confirmed) => void, reactivate: () => void): MenuEntry[] {
  const asking = (change: Confirmed) => () => {
    ask(change);
  };
  return [
    role === "ADMIN"
      ? { kind: "action", label: words.makeMember, icon: <User {...icon} />, onSelect: asking("MEMBER") }
      : { kind: "action", label: words.makeAdmin, icon: <ShieldCheck {...icon} />, onSelect: asking("ADMIN") },
    { kind: "line" },
    status === "DEACTIVATED"
      ? { kind: "action", label: words.reactivate, icon: <UserCheck {...icon} />, onSelect: reactivate }
      : { kind: "action", label: words.deactivate, icon: <UserX {...icon} />, onSelect: asking("DEACTIVATED") },
  ];
}
