// Cards put somewhere else, and the place that is sent for them.
import { expect, it } from "vitest";
import { task } from "../../../test/factories";
import { placed, placeOf, statusOf, type Arrangement } from "./arrangement";

const [first, second, third] = [task(), task(), task()] as const;
const board: Arrangement = { OPEN: [first, second, third], IN_PROGRESS: [], UNDER_REVIEW: [], COMPLETED: [], CLOSED: [] };

it("moves a card down in its column, counting places without it", () => {
  const after = placed(board, first, "OPEN", 1);
  expect(after.OPEN).toEqual([second, first, third]);
  expect(placeOf(after, first.id)).toEqual({ status: "OPEN", afterId: second.id, beforeId: third.id });
});

it("names only the card below at the top and only the card above at the bottom", () => {
  expect(placeOf(placed(board, third, "OPEN", 0), third.id)).toEqual({ status: "OPEN", beforeId: first.id });
  expect(placeOf(placed(board, first, "OPEN", 2), first.id)).toEqual({ status: "OPEN", afterId: third.id });
});

it("names no card in an empty column", () => {
  const after = placed(board, second, "IN_PROGRESS", 0);
  expect(statusOf(after, second.id)).toBe("IN_PROGRESS");
  expect(placeOf(after, second.id)).toEqual({ status: "IN_PROGRESS" });
});
