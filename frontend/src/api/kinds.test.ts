// Lists of kinds.
import { expect, it } from "vitest";
import { kindsOf, unnamed } from "./kinds";

it("lists what a table names, in its order", () => {
  expect(kindsOf<"LOW" | "HIGH">({ HIGH: 2, LOW: 1 })).toEqual(["HIGH", "LOW"]);
  // @ts-expect-error A kind is missing.
  kindsOf<"LOW" | "HIGH">({ HIGH: 2 });
});

it("tells of what a newer API names in the words for the rest", () => {
  expect(unnamed("NEW" as never, "changed it")).toBe("changed it");
});
