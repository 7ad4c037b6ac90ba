// Name and time zone, saved by a button; the address is there to be read.
import { LocateFixed } from "lucide-react";
import { useId, useState, type SubmitEvent } from "react";
import type { User } from "../../api/types";
import { strings } from "../../strings";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { timeOfDay } from "../../ui/moments";
import { useEditProfile } from "./queries";
import { deviceTimeZone, listed, timeZonesWith } from "./timeZones";

const words = strings.settings;

export function ProfileForm({ me }: { me: User }) {
  const { mutate, isPending } = useEditProfile();
  const [name, setName] = useState(me.name);
  const [zone, setZone] = useState(me.timeZone);
  const [checked, setChecked] = useState(false);
  const [zones] = useState(() => timeZonesWith(me.timeZone));
  const timeZone = listed(zones, zone);
  const edit = {
    ...(name.trim() === me.name ? {} : { name: name.trim() }),
    ...(timeZone === undefined || timeZone === me.timeZone ? {} : { timeZone }),
  };
  const isChanged = name !== me.name || zone !== me.timeZone;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!name.trim() || !timeZone) return;
    setName(name.trim());
    setZone(timeZone);
    if (Object.keys(edit).length > 0) mutate({ edit, words: { done: words.saved, failed: words.notSaved } });
  };

  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4">
      <TextField
        label={words.name}
        autoComplete="name"
        maxLength={100}
        value={name}
        error={checked && !name.trim() ? words.needName : undefined}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <TextField label={words.email} hint={words.emailHint} readOnly value={me.email} className="bg-transparent! text-muted" />
      <TimeZoneField zones={zones} zone={zone} timeZone={timeZone} checked={checked} onChange={setZone} />
      <Button type="submit" look="primary" className="self-start" busy={isPending} disabled={!isChanged || isPending}>
        {words.save}
      </Button>
    </form>
  );
}

type TimeZoneFieldProps = {
  zones: string[];
  zone: string;
  /** The zone that was typed, if there is such a one. */
  timeZone: string | undefined;
  checked: boolean;
  onChange: (zone: string) => void;
};

function TimeZoneField({ zones, zone, timeZone, checked, onChange }: TimeZoneFieldProps) {
  const listId = useId();
  const [device] = useState(deviceTimeZone);
  const now = timeZone ? words.timeZoneHint(timeZone, timeOfDay(new Date().toISOString(), timeZone)) : undefined;
  return (
    <div>
      <TextField
        label={words.timeZone}
        list={listId}
        autoComplete="off"
        spellCheck={false}
        value={zone}
        hint={now}
        error={checked && !timeZone ? words.needTimeZone : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <datalist id={listId}>
        {zones.map((each) => (
          <option key={each} value={each} label={each.replaceAll("_", " ")} />
        ))}
      </datalist>
      {timeZone === device ? null : (
        <Button
          look="quiet"
          className="mt-1 -ml-3 text-sm"
          onClick={() => {
            onChange(device);
          }}
        >
          <LocateFixed size={14} aria-hidden="true" />
          {words.deviceTimeZone(device)}
        </Button>
      )}
    </div>
  );
}
