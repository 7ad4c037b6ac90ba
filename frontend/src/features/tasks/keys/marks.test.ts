// Moving through tasks and selecting them.
import { expect, it } from "vitest";
import { createMarks } from "./marks";
import { neighbour } from "./places";

const BOARD = [["a", "b", "c"], [], ["d"]];

it("stays at the edges and passes over empty columns", () => {
  expect(neighbour(BOARD, "a", "down")).toBe("b");
  expect(neighbour(BOARD, "c", "down")).toBeNull();
  expect(neighbour(BOARD, "a", "left")).toBeNull();
  expect(neighbour(BOARD, "c", "right")).toBe("d");
  expect(neighbour(BOARD, "d", "left")).toBe("a");
  expect(neighbour(BOARD, null, "down")).toBe("a");
});

it("hands the place of a task that has left to the one after it, or to the last", () => {
  const marks = createMarks();
  marks.arrange([["a", "b", "c"]]);
  expect(marks.current()).toBe("a");
  marks.visit("b");
  marks.arrange([["a", "c"]]);
  expect(marks.current()).toBe("c");
  marks.arrange([["a"]]);
  expect(marks.current()).toBe("a");
});

it("selects from the task selected last to this one", () => {
  const marks = createMarks();
  marks.arrange([["a", "b", "c", "d"]]);
  marks.toggle("d");
  marks.extend("b");
  expect([...marks.selected()].sort()).toEqual(["b", "c", "d"]);
  marks.toggle("c");
  expect([...marks.selected()].sort()).toEqual(["b", "d"]);
});

it("selects no longer what has left the page", () => {
  const marks = createMarks();
  marks.arrange([["a", "b"]]);
  marks.all();
  marks.arrange([["b"]]);
  expect([...marks.selected()]).toEqual(["b"]);
});
