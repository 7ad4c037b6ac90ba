// Where the arrow keys lead a card.
import { expect, it } from "vitest";
import { task } from "../../../test/factories";
import { createJourney } from "./journey";
import { targetOf } from "./keyboard";

const [first, second] = [task(), task()] as const;
const dropped = task({ status: "CLOSED" });

function journey() {
  const carrying = createJourney();
  carrying.begin(first, { OPEN: [first, second], IN_PROGRESS: [], UNDER_REVIEW: [], COMPLETED: [], CLOSED: [dropped] });
  return carrying;
}

const start = { column: "OPEN", index: 0, ids: [first.id, second.id] } as const;
const spot = (known: object = {}) => ({ ...start, ids: [...start.ids], ...known });
const everyone = () => true;

it("goes down and up within the column, and stays at its ends", () => {
  expect(targetOf("ArrowDown", spot(), journey(), everyone)).toBe(second.id);
  expect(targetOf("ArrowUp", spot({ index: 1 }), journey(), everyone)).toBe(first.id);
  expect(targetOf("ArrowUp", spot(), journey(), everyone)).toBeUndefined();
  expect(targetOf("ArrowDown", spot({ index: 1 }), journey(), everyone)).toBeUndefined();
});

it("goes to an empty column itself", () => {
  expect(targetOf("ArrowRight", spot(), journey(), everyone)).toBe("IN_PROGRESS");
});

it("passes over columns that don't take the card", () => {
  expect(targetOf("ArrowRight", spot({ column: "IN_PROGRESS", ids: [] }), journey(), everyone)).toBe(dropped.id);
  expect(targetOf("ArrowLeft", spot({ column: "CLOSED", ids: [] }), journey(), everyone)).toBe("IN_PROGRESS");
});

it("goes beside to the nearest card that is drawn, as most of a long column are not", () => {
  const [one, two, three] = [task(), task(), task()] as const;
  const carrying = createJourney();
  carrying.begin(first, { OPEN: [first, second], IN_PROGRESS: [one, two, three], UNDER_REVIEW: [], COMPLETED: [], CLOSED: [] });
  const drawn = new Set([one.id, two.id]);
  expect(targetOf("ArrowRight", spot({ index: 2 }), carrying, (id) => drawn.has(id))).toBe(two.id);
  expect(targetOf("ArrowRight", spot({ index: 0 }), carrying, (id) => drawn.has(id))).toBe(one.id);
});
