// Choosing a filter in two steps, its kind and its values, by typing or by arrows.
import { CalendarDays, ChartNoAxesColumnIncreasing, CircleDashed, Tag, UserRound } from "lucide-react";
import { useState, type ReactNode, type SubmitEvent } from "react";
import type { People } from "../../../api/types";
import { strings } from "../../../strings";
import { Avatar } from "../../../ui/Avatar";
import { Button } from "../../../ui/Button";
import { TextField } from "../../../ui/Field";
import PickList, { type PickOption } from "../../../ui/PickList";
import { useKnownLabels } from "../quick/knownLabels";
import { PRIORITIES, PriorityBars } from "../PriorityBars";
import { STATUSES } from "../status";
import { StatusGlyph } from "../StatusGlyph";
import { KINDS, withValue, type Kind } from "./kinds";
import { DUES, type Filters } from "./taskQuery";

const words = strings.finding;

const ICONS = { status: CircleDashed, priority: ChartNoAxesColumnIncreasing, assignee: UserRound, label: Tag, due: CalendarDays };

export type FilterPickerProps = {
  /** Where it is known already. */
  kind?: Kind | undefined;
  filters: Filters;
  people: People;
  onChange: (edit: Partial<Filters>) => void;
  onClose: () => void;
};

export default function FilterPicker({ kind: given, ...rest }: FilterPickerProps) {
  const [kind, setKind] = useState(given);
  if (kind) return <Values key={kind} kind={kind} {...rest} />;
  const options = KINDS.map((one): PickOption => {
    const Icon = ICONS[one];
    return { id: one, label: words.kinds[one], icon: <Icon size={14} aria-hidden="true" className="text-muted" /> };
  });
  return (
    <PickList
      label={words.add}
      options={options}
      emptyText={words.noValue}
      onPick={(id) => {
        setKind(id as Kind);
      }}
    />
  );
}

function valuesOf(kind: Kind, filters: Filters, people: People, labels: string[]): PickOption[] {
  const option = (id: string, label: string, icon: ReactNode, checked: boolean): PickOption => ({ id, label, icon, checked });
  switch (kind) {
    case "status":
      return STATUSES.map((id) => option(id, strings.tasks.statuses[id], <StatusGlyph status={id} />, filters.status.includes(id)));
    case "priority":
      return PRIORITIES.map((id) => option(id, strings.tasks.priorities[id], <PriorityBars priority={id} />, filters.priority.includes(id)));
    case "assignee":
      return [...people.values()]
        .sort((one, other) => one.name.localeCompare(other.name))
        .map((person) => ({ ...option(person.id, person.name, <Avatar face={person} />, filters.assignee === person.id), hint: person.email }));
    case "label":
      return [...new Set([...labels, ...filters.label])].map((id) => option(id, id, null, filters.label.includes(id)));
    case "due":
      return DUES.map((id) => option(id, words.dues[id], null, filters.due === id));
  }
}

/** One value of these at most, so that choosing it is all there is to do. */
const SINGLE: Kind[] = ["assignee", "due"];

function Values({ kind, filters, people, onChange, onClose }: FilterPickerProps & { kind: Kind }) {
  const labels = useKnownLabels();
  return (
    <>
      <PickList
        label={words.choose(words.kinds[kind])}
        options={valuesOf(kind, filters, people, labels)}
        emptyText={kind === "label" && labels.length === 0 ? words.noLabels : words.noValue}
        onPick={(value) => {
          onChange(withValue(kind, value, filters));
          if (SINGLE.includes(kind)) onClose();
        }}
      />
      {kind === "due" ? <Days filters={filters} onChange={onChange} onClose={onClose} /> : null}
    </>
  );
}

function Days({ filters, onChange, onClose }: Pick<FilterPickerProps, "filters" | "onChange" | "onClose">) {
  const [from, setFrom] = useState(filters.dueFrom ?? "");
  const [to, setTo] = useState(filters.dueTo ?? "");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onChange({ due: null, dueFrom: from || null, dueTo: to || null });
    onClose();
  };
  return (
    <form onSubmit={submit} aria-label={words.between} className="flex flex-col gap-2 border-t border-line p-3">
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={words.from}
          type="date"
          value={from}
          max={to || undefined}
          className="px-1.5 text-xs"
          onChange={(event) => {
            setFrom(event.target.value);
          }}
        />
        <TextField
          label={words.to}
          type="date"
          value={to}
          min={from || undefined}
          className="px-1.5 text-xs"
          onChange={(event) => {
            setTo(event.target.value);
          }}
        />
      </div>
      <Button type="submit" disabled={!from && !to}>
        {words.setDays}
      </Button>
    </form>
  );
}
