// Two lists that come page by page, told as one.
import { expect, it } from "vitest";
import { newComment, newEvent } from "../../../../test/fakeTask";
import { momentsOf } from "./moments";

const taskId = "task-1";
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9, minutes)).toISOString();
const rename = (minutes: number, actorId = "ada") => newEvent({ taskId, actorId, occurredAt: at(minutes), changes: { title: { from: "a", to: "b" } } });
const ids = (moments: ReturnType<typeof momentsOf>) => moments.map((moment) => moment.id);

it("holds a comment back until the history reaches it", () => {
  const early = newComment({ taskId, createdAt: at(1) });
  const late = newComment({ taskId, createdAt: at(30) });
  const event = rename(20);
  expect(ids(momentsOf({ comments: [early, late], events: [event], more: true }))).toEqual([late.id, event.eventId]);
  expect(ids(momentsOf({ comments: [early, late], events: [event], more: false }))).toEqual([late.id, event.eventId, early.id]);
});

it("tells nothing twice when a page comes again", () => {
  const comment = newComment({ taskId, createdAt: at(1) });
  const event = newEvent({ taskId, type: "TASK_CREATED", occurredAt: at(0) });
  expect(ids(momentsOf({ comments: [comment, comment], events: [event, event], more: false }))).toEqual([comment.id, event.eventId]);
});

it("takes small changes of one person at one sitting together, and no others", () => {
  const [first, second, later, other] = [rename(0), rename(5), rename(30), rename(31, "max")];
  const moments = momentsOf({ comments: [], events: [other, later, second, first], more: false });
  expect(moments.map((moment) => (moment.kind === "history" ? moment.events.length : 0))).toEqual([1, 1, 2]);
});

it("keeps apart what a comment stands between", () => {
  const comment = newComment({ taskId, createdAt: at(3) });
  expect(momentsOf({ comments: [comment], events: [rename(5), rename(0)], more: false })).toHaveLength(3);
});

it("leaves out comments' own events and cards that were only put in order", () => {
  const added = newEvent({ taskId, type: "COMMENT_ADDED", changes: { comment: { from: null, to: "x" } } });
  const ordered = newEvent({ taskId, changes: { rank: { from: "1", to: "2" } } });
  expect(momentsOf({ comments: [], events: [added, ordered], more: false })).toEqual([]);
});

it("tells moments apart that differ by less than a second, however they are written", () => {
  const whole = newComment({ taskId, createdAt: "2026-11-23T09:00:00Z" });
  const part = newComment({ taskId, createdAt: "2026-11-23T09:00:00.500000Z" });
  expect(ids(momentsOf({ comments: [whole, part], events: [], more: false }))).toEqual([part.id, whole.id]);
});
