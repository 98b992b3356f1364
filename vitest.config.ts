import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const database = "tests/support/global-setup.ts";

/** Where the documents of the tests lie, as long as they run. */
const dataDir = mkdtempSync(join(tmpdir(), "portail-files-"));
process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // All the cores: each file waits for PostgreSQL more than it computes.
    maxWorkers: availableParallelism(),
    // What comes later comes when the machine is busy too: the usual second is too short for a page.
    expect: { poll: { timeout: 15_000, interval: 100 } },
    env: {
      TZ: "UTC",
      LOG_LEVEL: "silent",
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "un-secret-qui-ne-sert-que-dans-les-tests",
      DATABASE_URL: "postgres://aucune.invalid/base",
      DEMO: "1",
      DATA_DIR: dataDir,
    },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/*.test.ts", "tests/unit/**/*.test.{ts,tsx}"], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}", "tests/gateways/**/*.test.ts"],
          globalSetup: database,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: database,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
