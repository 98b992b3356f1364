import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated and empty database that tests copy, never change. */
    templateUrl: string;
  }
}

/** One PostgreSQL per run, in a folder of its own; journeys in the browser get the durable settings of a real portal. */
export default async function setup({ provide, name }: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "portail-tests-"));
  const clean = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", clean); // a run that is interrupted is not torn down
  chmodSync(dataDir, 0o755);
  const database = await startEmbedded({ dataDir, name: "template", durable: name === "e2e" });
  await migrate(database.url);
  provide("templateUrl", database.url);

  return async () => {
    await database.remove();
    clean();
  };
}
