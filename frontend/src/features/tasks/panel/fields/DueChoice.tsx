// What a due date is chosen from: today, tomorrow, in a week, any day by the browser's own date box, or none.
import { useState, type SubmitEvent } from "react";
import { strings } from "../../../../strings";
import { Button } from "../../../../ui/Button";
import { addDays, longDate } from "../../../../ui/calendarDate";
import { inputLook } from "../../../../ui/Field";

type DueChoiceProps = { date: string | null; today: string; onChoose: (date: string | null) => void };

export default function DueChoice({ date, today, onChoose }: DueChoiceProps) {
  const [typed, setTyped] = useState(date ?? "");
  const near = [
    { label: strings.dates.today, day: today },
    { label: strings.dates.tomorrow, day: addDays(today, 1) },
    { label: strings.dates.inWeek, day: addDays(today, 7) },
  ];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed) onChoose(typed);
  };
  return (
    <div className="p-1">
      {near.map(({ label, day }) => (
        <button
          key={day}
          type="button"
          onClick={() => {
            onChoose(day);
          }}
          className="flex h-8 w-full items-center justify-between rounded px-2 text-sm hover:bg-hover"
        >
          {label}
          <span className="text-xs text-muted">{longDate(day, today)}</span>
        </button>
      ))}
      {/* Setting is a step of its own: a date box tells of every digit on the way to a date. */}
      <form onSubmit={submit} className="mt-1 flex gap-2 border-t border-line p-2 pt-3">
        <input
          type="date"
          aria-label={strings.panel.pickDate}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          className={`${inputLook} h-8 min-w-0 flex-1 text-sm`}
        />
        <Button type="submit" disabled={typed === "" || typed === date}>
          {strings.panel.setDate}
        </Button>
      </form>
      {date === null ? null : (
        <div className="border-t border-line pt-1">
          <button
            type="button"
            onClick={() => {
              onChoose(null);
            }}
            className="flex h-8 w-full items-center rounded px-2 text-sm hover:bg-hover"
          >
            {strings.panel.clearDate}
          </button>
        </div>
      )}
    </div>
  );
}
