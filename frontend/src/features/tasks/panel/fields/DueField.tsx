// The due date, how near it is, and for an admin a box to choose another one.
import { CalendarDays } from "lucide-react";
import { Suspense } from "react";
import { strings } from "../../../../strings";
import { daysBetween, longDate } from "../../../../ui/calendarDate";
import { Popover } from "../../../../ui/Popover";
import { DueDate } from "../../DueDate";
import { isDone } from "../../status";
import { DueChoice } from "../parts";
import { FieldNote } from "./FieldNote";
import { Row, ValueButton } from "./Row";
import { useField, type Known } from "./useField";

export function DueField({ editable, who, today, ...known }: Known & { editable: boolean; who: string; today: string }) {
  const field = useField("dueDate", known);
  const date = field.shown;
  const exactly = (day: string | null) => (day === null ? strings.task.noDue : longDate(day, today));
  const { status } = known.task;
  // The day is shown anyway; "Tomorrow" or "3 days overdue" beside it says what it means.
  const isPressing = date !== null && !isDone(status) && daysBetween(today, date) <= 1;
  const value = <span className={date === null ? "text-muted" : ""}>{exactly(date)}</span>;
  return (
    <Row name={strings.task.due}>
      {editable ? (
        <Popover
          label={strings.task.due}
          trigger={
            <ValueButton aria-label={strings.panel.changeIt(strings.task.due, exactly(date))}>
              <CalendarDays size={14} aria-hidden="true" className="shrink-0 text-muted" />
              {value}
            </ValueButton>
          }
        >
          {(close) => (
            <Suspense fallback={null}>
              <DueChoice
                date={date}
                today={today}
                onChoose={(chosen) => {
                  field.save(chosen);
                  close();
                }}
              />
            </Suspense>
          )}
        </Popover>
      ) : (
        value
      )}
      {isPressing ? <DueDate task={{ dueDate: date, status }} today={today} /> : null}
      <FieldNote field={field} show={exactly} who={who} />
    </Row>
  );
}
