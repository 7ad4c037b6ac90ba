// What is read from Lighthouse's reports.
import { expect, test } from "vitest";
import { costs, middle, score, type Report } from "./lighthouse";

const reportWith = (performance: number): Report => ({
  categories: { performance: { score: performance, auditRefs: [{ id: "paint", weight: 10 }, { id: "hint", weight: 0 }] } },
  audits: { paint: { title: "First Contentful Paint", score: 0.6, displayValue: "2.7 s" }, hint: { title: "A hint", score: 0 } },
  environment: { benchmarkIndex: 2000 },
});

test("no reports have no middle", () => {
  expect(() => middle([])).toThrow("no report");
});

test("the middle report counts, not the mean or the best", () => {
  expect(score(middle([reportWith(0.99), reportWith(0.5), reportWith(0.96)]), "performance")).toBe(96);
});

test("a category that was not asked for has no score", () => {
  expect(score(reportWith(0.96), "seo")).toBeUndefined();
});

test("what costs points is named, and hints are not", () => {
  expect(costs(reportWith(0.96))).toEqual(["First Contentful Paint (2.7 s)"]);
});
