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

/** Pages before signing in are in src/session; a copied link opens a page of src/pages together with its task panel. */
export function firstLoadBudget({ kilobytes }: { kilobytes: number }): Plugin {
  return {
    name: "first-load-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks: Chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
      const from = (pattern: RegExp) => [...chunks.values()].filter(({ facadeModuleId }) => pattern.test(facadeModuleId ?? ""));
      const entries = from(/src\/main\.tsx$|index\.html$/).map((chunk) => chunk.fileName);
      const panels = from(/src\/pages\/\w+Panel\.tsx$/).map((chunk) => chunk.fileName);
      for (const page of from(/src\/(pages|session)\/\w+Page\.tsx$/)) {
        const besides = page.facadeModuleId?.includes("/pages/") ? panels : [];
        const size = gzipped([...entries, page.fileName, ...besides], chunks) / 1000;
        const told = `${page.name}: ${size.toFixed(1)} kB gzip of JavaScript at first load`;
        if (size > kilobytes) this.error(`${told}, over the budget of ${String(kilobytes)} kB`);
        this.info(told);
      }
    },
  };
}
