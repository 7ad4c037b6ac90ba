// Who is shown for an id.
import { expect, it } from "vitest";
import { facesOf } from "./faces";

const KNOWN = new Map([["ada", { name: "Ada Admin" }]]);

it("names who is known, a colleague, and Baton itself", () => {
  expect(facesOf(KNOWN, ["ada", "gone", "SYSTEM"]).map((face) => face.name)).toEqual(["Ada Admin", "A colleague", "Baton"]);
});
