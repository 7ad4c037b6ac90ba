// Where signing in leads.
import { expect, it } from "vitest";
import { nextPage, signInPath } from "./nextPage";

const next = (value: string) => nextPage(new URLSearchParams({ next: value }));

it.each(["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "javascript:alert(1)", ""])(
  "never leaves this origin for %j",
  (value) => {
    expect(next(value)).toBe("/");
  },
);

it("leads back to where somebody was sent away from", () => {
  const path = signInPath({ pathname: "/tasks/7", search: "?a=b" });
  expect(nextPage(new URL(path, "http://baton.test").searchParams)).toBe("/tasks/7?a=b");
});
