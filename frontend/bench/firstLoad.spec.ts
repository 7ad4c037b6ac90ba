// What each page's first load carries, from a production build.
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { build, type Rolldown } from "vite";
import { firstLoads } from "../firstLoadBudget";
import { publish, table } from "./results";

const BUDGET = 170;
const kilobytes = (size: number) => (size / 1000).toFixed(1);

async function production(): Promise<Rolldown.OutputBundle> {
  // The test runner has set it to something else, and React builds by it.
  process.env["NODE_ENV"] = "production";
  const root = join(import.meta.dirname, "..");
  const built = (await build({ root, logLevel: "error", build: { write: false } })) as Rolldown.RolldownOutput;
  return Object.fromEntries(built.output.map((file) => [file.fileName, file]));
}

test("every page's first load keeps to its budget", async () => {
  const bundle = await production();
  const loads = [...firstLoads(bundle)].sort(([, one], [, other]) => other - one);
  const asset = (pattern: RegExp) => {
    const file = bundle[Object.keys(bundle).find((name) => pattern.test(name)) ?? ""];
    return file?.type === "asset" ? Buffer.from(file.source) : Buffer.alloc(0);
  };
  const style = kilobytes(gzipSync(asset(/index-.*\.css$/)).length);
  const font = kilobytes(asset(/latin-wght-normal.*\.woff2$/).length);
  const rows = loads.map(([page, size]) => [page.replace(/Page$/, ""), size.toFixed(1)]);

  publish("First load", `Besides: ${style} kB of style, gzipped, and ${font} kB of font. The budget is ${String(BUDGET)} kB of JavaScript.\n\n${table(["page", "kB of JavaScript, gzipped"], rows)}`);

  expect(loads.length).toBeGreaterThan(10);
  expect(loads.filter(([, size]) => size > BUDGET)).toEqual([]);
});
