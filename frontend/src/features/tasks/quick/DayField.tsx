// Any day of the calendar, picked the way this browser picks days.
import { useState, type SubmitEvent } from "react";
import { Button } from "../../../ui/Button";
import { inputLook } from "../../../ui/Field";
import { quickWords as words } from "../../../words/changing";

export function DayField({ today, onDay }: { today: string; onDay: (date: string) => void }) {
  const [day, setDay] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (day) onDay(day);
  };
  return (
    <form onSubmit={submit} className="flex gap-2 border-t border-line p-2">
      <input
        type="date"
        aria-label={words.day}
        value={day}
        min="1900-01-01"
        max={`${String(Number(today.slice(0, 4)) + 100)}-12-31`}
        onChange={(event) => {
          setDay(event.target.value);
        }}
        className={`${inputLook} h-8 min-w-0 flex-1 text-sm`}
      />
      <Button type="submit" disabled={!day}>
        {words.set}
      </Button>
    </form>
  );
}
