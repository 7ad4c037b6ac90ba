// Other people's Markdown: nothing in it runs, and nothing is fetched for it.
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import Markdown from "./Markdown";

const drawn = (text: string) => render(<Markdown text={text} />).container;

it.each([
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  '<iframe src="https://example.org"></iframe>',
  '<a href="javascript:alert(1)">a</a>',
  "![picture](https://example.org/pixel.png)",
  '<svg onload="alert(1)"></svg>',
  "<style>body{display:none}</style>",
])("makes no markup of its own of %s", (text) => {
  expect(drawn(text).querySelector("script, img, iframe, svg, style, [onerror], [onload], a[href^='javascript']")).toBeNull();
});

it.each(["[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](data:text/html,x)", "[a](vbscript:x)", "![a](javascript:alert(1))"])(
  "makes no link of %s",
  (text) => {
    expect(drawn(text).querySelector("a")).toBeNull();
    expect(screen.getByText("a")).toBeVisible();
  },
);

it("opens links elsewhere and tells them nothing, also those of pictures", () => {
  drawn("https://example.org and [named](https://example.com) and ![picture](https://example.org/pixel.png)");
  const links = screen.getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual(["https://example.org", "named", "picture"]);
  for (const link of links) {
    expect(link).toHaveAttribute("target", "_blank");
    expect(link.getAttribute("rel")).toMatch(/noopener noreferrer/);
  }
});

it("draws lists, code and tables, and begins its headings below the page's", () => {
  const container = drawn("# Plan\n\n- [x] one\n- [ ] two\n\n`code`\n\n|a|b|\n|-|-|\n|1|2|");
  expect(screen.getByRole("heading", { name: "Plan", level: 3 })).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  expect(container.querySelector("code")).toHaveTextContent("code");
  expect(screen.getByRole("table")).toBeVisible();
});
