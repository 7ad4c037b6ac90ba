// The results keep what was not measured anew.
import { expect, test } from "vitest";
import { table, withSection } from "./results";

test("a first section makes the document", () => {
  expect(withSection("", "First load", "170 kB")).toMatch(/^# The page, measured\n[^#]+\n\n## First load\n\n170 kB\n$/);
});

test("a section measured anew is replaced and the others stay, in their order", () => {
  const before = withSection(withSection("", "Large boards", "slow\n\nand long"), "Lighthouse", "94");

  const after = withSection(before, "Lighthouse", "96");

  expect(after).toMatch(/## Lighthouse\n\n96\n\n## Large boards\n\nslow\n\nand long\n$/);
  expect(after).not.toContain("94");
});

test("a section that is no more goes", () => {
  expect(withSection("# Old\n\n## Nobody's\n\n1\n", "Lighthouse", "96")).not.toContain("Nobody");
});

test("a table has words at the left and figures at the right", () => {
  expect(table(["page", "kB"], [["Board", "160.0"]])).toBe("| page | kB |\n|---|---:|\n| Board | 160.0 |");
});
