// A due date in words, with the exact day in its tooltip; it warns only while the task is open.
import { CalendarDays } from "lucide-react";
import type { TaskCard } from "../../api/types";
import { strings } from "../../strings";
import { daysBetween, dueWords, exactDate, nearbyDate } from "../../ui/calendarDate";
import { isDone } from "./status";

function tone(days: number): string {
  if (days < 0) return "text-danger";
  return days <= 1 ? "text-warning" : "text-muted";
}

export function DueDate({ task, today }: { task: Pick<TaskCard, "dueDate" | "status">; today: string }) {
  if (!task.dueDate) return null;
  const done = isDone(task.status);
  const words = done ? nearbyDate(task.dueDate, today) : dueWords(task.dueDate, today);
  return (
    <span
      title={exactDate(task.dueDate)}
      className={`inline-flex items-center gap-1 text-xs whitespace-nowrap ${done ? "text-muted" : tone(daysBetween(today, task.dueDate))}`}
    >
      <CalendarDays size={12} aria-hidden="true" />
      <span className="sr-only">{strings.tasks.due} </span>
      {words}
    </span>
  );
}
