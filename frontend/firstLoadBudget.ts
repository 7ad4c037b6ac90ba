// Fails the build when the JavaScript of any page's first load passes the gzip budget.
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

type Chunks = Map<string, Rolldown.OutputChunk>;

/** Every chunk the browser fetches once `start` is asked for. */
function withImports(start: string, chunks: Chunks, seen: Set<string>): void {
  const chunk = chunks.get(start);
  if (!chunk || seen.has(start)) return;
  seen.add(start);
  chunk.imports.forEach((name) => {
    withImports(name, chunks, seen);
  });
}

function gzipped(starts: string[], chunks: Chunks): number {
  const files = new Set<string>();
  starts.forEach((name) => {
    withImports(name, chunks, files);
  });
  return [...files].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "").length, 0);
}

/** By page, in kB. Pages before signing in are in src/session; a copied link opens one of src/pages together with its task panel. */
export function firstLoads(bundle: Rolldown.OutputBundle): Map<string, number> {
  const chunks: Chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
  const from = (pattern: RegExp) => [...chunks.values()].filter(({ facadeModuleId }) => pattern.test(facadeModuleId ?? ""));
  const entries = from(/src\/main\.tsx$|index\.html$/).map((chunk) => chunk.fileName);
  const panels = from(/src\/pages\/\w+Panel\.tsx$/).map((chunk) => chunk.fileName);
  return new Map(
    from(/src\/(pages|session)\/\w+Page\.tsx$/).map((page) => {
      const besides = page.facadeModuleId?.includes("/pages/") ? panels : [];
      return [page.name, gzipped([...entries, page.fileName, ...besides], chunks) / 1000];
    }),
  );
}

export function firstLoadBudget({ kilobytes }: { kilobytes: number }): Plugin {
  return {
    name: "first-load-budget",
    apply: "build",
    // Once the files are written: only then do they name all that the builder has them fetch ahead.
    writeBundle(_options, bundle) {
      for (const [page, size] of firstLoads(bundle)) {
        const told = `${page}: ${size.toFixed(1)} kB gzip of JavaScript at first load`;
        if (size > kilobytes) this.error(`${told}, over the budget of ${String(kilobytes)} kB`);
        this.info(told);
      }
    },
  };
}
