// How the page is measured: in the stories' browser, on a stack of its own that begins without data.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import stories from "../playwright.config";

// Apart from those of a stack that somebody works with; a port that is taken is named by the stack, which then ends.
const ports = { BATON_PORT: "27010", BATON_AWS_PORT: "27011", BATON_MAIL_PORT: "27012", BATON_SMTP_PORT: "27013" };

export default defineConfig({
  ...stories,
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-results",
  timeout: 900_000,
  use: { ...stories.use, baseURL: `http://127.0.0.1:${ports.BATON_PORT}`, trace: "off" },
  webServer: {
    command: ".venv/bin/python -m infra.local reset && exec .venv/bin/python -m infra.local",
    cwd: join(import.meta.dirname, "../.."),
    env: { ...ports, STORE: "", BATON_DATA: join(tmpdir(), "baton-page-bench") },
    wait: { stdout: /Baton is ready/ },
    stdout: "pipe",
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 60_000 },
  },
});
