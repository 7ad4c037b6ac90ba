// How the page is built, served while developing, and tested.
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstLoadBudget } from "./firstLoadBudget.ts";

const api = process.env["BATON_URL"] ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), tailwindcss(), firstLoadBudget({ kilobytes: 170 })],
  server: { host: "127.0.0.1", port: 5173, proxy: { "/api": api, "/config.json": api } },
  preview: { host: "127.0.0.1", port: 4173, proxy: { "/api": api, "/config.json": api } },
  build: { target: "es2023", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 400 },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    maxWorkers: 1,
    restoreMocks: true,
    testTimeout: 15_000,
  },
});
