// How the screenshots are taken: as the stories are played, from a stack with no more than the demo's data.
import { defineConfig } from "@playwright/test";
import stories from "../playwright.config";

export default defineConfig({ ...stories, testDir: ".", outputDir: "../test-results", timeout: 600_000 });
