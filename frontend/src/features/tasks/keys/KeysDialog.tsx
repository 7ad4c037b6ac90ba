// Every key, what it does, and the switch that turns them off.
import { strings } from "../../../strings";
import { Dialog } from "../../../ui/Dialog";
import { keysWords as words } from "../../../words/commands";
import { KeysSwitch } from "./KeysSwitch";

/** Each entry's keys stand for one another. */
type Entry = { does: string; keys: string[][] };

function groupsFor(isAdmin: boolean): { name: string; entries: Entry[] }[] {
  const command = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? "⌘" : "Ctrl";
  const adminOnly = (entries: Entry[]) => (isAdmin ? entries : []);
  const groups = [
    {
      name: words.groups.anywhere,
      entries: [
        { does: words.palette, keys: [[command, "K"]] },
        { does: words.search, keys: [["/"]] },
        ...adminOnly([
          { does: words.create, keys: [["C"]] },
          { does: strings.finding.add, keys: [["F"]] },
        ]),
        { does: words.back, keys: [[words.escape]] },
        { does: words.help, keys: [["?"]] },
      ],
    },
    {
      name: words.groups.tasks,
      entries: [
        { does: words.next, keys: [["J"], ["K"]] },
        ...adminOnly([{ does: words.beside, keys: [["←"], ["→"]] }]),
        { does: words.open, keys: [[words.enter]] },
        ...adminOnly([
          { does: words.select, keys: [["X"]] },
          { does: words.range, keys: [[words.shift, "X"]] },
        ]),
      ],
    },
    {
      name: words.groups.one,
      entries: [
        { does: words.status, keys: [["S"]] },
        ...adminOnly([
          { does: words.assign, keys: [["A"]] },
          { does: words.due, keys: [["D"]] },
          { does: words.priority, keys: [["P"]] },
          { does: strings.task.labels, keys: [["L"]] },
        ]),
      ],
    },
    {
      name: words.groups.board,
      entries: adminOnly([
        { does: words.carry, keys: [[words.space]] },
        { does: words.carryBy, keys: [[words.arrows]] },
        { does: words.carryBack, keys: [[words.escape]] },
      ]),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

export default function KeysDialog({ isAdmin, onClose }: { isAdmin: boolean; onClose: () => void }) {
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="border-b border-line px-4 py-3">
        <KeysSwitch />
      </div>
      <div className="gap-x-8 px-4 pt-3 pb-4 sm:columns-2">
        {groupsFor(isAdmin).map(({ name, entries }) => (
          <section key={name} className="mb-4 break-inside-avoid">
            <h3 className="pb-1 text-xs font-medium text-muted">{name}</h3>
            <dl>
              {entries.map((entry) => (
                <Row key={entry.does} {...entry} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ does, keys }: Entry) {
  return (
    <div className="flex min-h-7 items-center justify-between gap-3">
      <dt className="text-sm">{does}</dt>
      <dd className="flex shrink-0 items-center gap-1.5">
        {keys.map((together) => (
          <span key={together.join()} className="flex gap-0.5">
            {together.map((key) => (
              <kbd key={key} className="min-w-5 rounded border border-line-strong bg-surface px-1 text-center font-sans text-xs">
                {key}
              </kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
