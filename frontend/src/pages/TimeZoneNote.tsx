// Offers the device's time zone to whoever never chose one: "today" and "overdue" are counted in the profile's.
import { Clock } from "lucide-react";
import { useState } from "react";
import { useEditProfile } from "../features/settings/queries";
import { deviceTimeZone } from "../features/settings/timeZones";
import { useMe } from "../session/Session";
import { strings } from "../strings";
import { Button } from "../ui/Button";

const words = strings.settings;

/** What a profile starts with, by all the names browsers have for it. */
const UTC = /^(UTC|GMT|Etc\/.*)$/;

/** Whether this person keeps UTC, as they said on this device. */
function useKept(userId: string): [boolean, () => void] {
  const key = `baton.utc.${userId}`;
  const [kept, setKept] = useState(() => localStorage.getItem(key) !== null);
  const keep = () => {
    localStorage.setItem(key, "kept");
    setKept(true);
  };
  return [kept, keep];
}

export function TimeZoneNote() {
  const me = useMe();
  const [device] = useState(deviceTimeZone);
  const [isKept, keep] = useKept(me.id);
  const { mutate, isPending } = useEditProfile();
  if (me.timeZone !== "UTC" || UTC.test(device) || isKept) return null;
  return (
    <section aria-label={words.timeZone} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-4 py-1.5 text-sm">
      <Clock size={14} aria-hidden="true" className="shrink-0 text-accent" />
      <p>{words.countedInUtc}</p>
      <Button
        className="h-7 px-2 text-sm"
        busy={isPending}
        onClick={() => {
          mutate({ edit: { timeZone: device }, words: { done: words.zoneSaved(device), failed: words.notSaved } });
        }}
      >
        {words.useZone(device)}
      </Button>
      <Button look="quiet" className="h-7 px-2 text-sm" onClick={keep}>
        {words.keepUtc}
      </Button>
    </section>
  );
}
