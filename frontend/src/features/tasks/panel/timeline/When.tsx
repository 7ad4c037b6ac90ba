// A moment as the reader's clock shows it: the time for today, the day otherwise, all of it in the tooltip.
import { nearbyDate } from "../../../../ui/calendarDate";
import { dayOf, exactMoment, timeOfDay } from "../../../../ui/moments";

export type Clock = { nearly: (instant: string) => string; exactly: (instant: string) => string };

export function clockOf(timeZone: string, today: string): Clock {
  return {
    nearly: (instant) => {
      const day = dayOf(instant, timeZone);
      return day === today ? timeOfDay(instant, timeZone) : nearbyDate(day, today);
    },
    exactly: (instant) => exactMoment(instant, timeZone),
  };
}

export function When({ at, clock }: { at: string; clock: Clock }) {
  return (
    <time dateTime={at} title={clock.exactly(at)} className="whitespace-nowrap">
      {clock.nearly(at)}
    </time>
  );
}
