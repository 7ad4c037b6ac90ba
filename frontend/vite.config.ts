// How the page is built, served while developing, and tested.
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstLoadBudget } from "./firstLoadBudget.ts";

const api = process.env["BATON_URL"] ?? "http://127.0.0.1:8000";

// The package names only its development build, with the warnings of one; leaving them out saves 2.5 kB of the first load.
const router = fileURLToPath(new URL("node_modules/react-router/dist/production/index.mjs", import.meta.url));

export default defineConfig(({ command }) => ({
  resolve: { alias: command === "build" ? [{ find: /^react-router$/, replacement: router }] : [] },
  plugins: [react(), tailwindcss(), firstLoadBudget({ kilobytes: 170 })],
  server: { host: "127.0.0.1", port: 5173, proxy: { "/api": api, "/config.json": api } },
  preview: { host: "127.0.0.1", port: 4173, proxy: { "/api": api, "/config.json": api } },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 500,
    // What every page starts with, in one file: by itself the builder makes twenty of it, one per set of pages that share a module.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}", "bench/*.test.ts"],
    setupFiles: ["src/test/setup.ts"],
    maxWorkers: 1,
    restoreMocks: true,
    testTimeout: 90_000,
  },
}));
