import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
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
  const durable = name === "e2e";
  const dataDir = mkdtempSync(join(fastFolder(), "portail-tests-"));
  const clean = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", clean); // a run that is interrupted is not torn down
  chmodSync(dataDir, 0o755);
  const database = await startEmbedded({ dataDir, name: "template", durable });
  await migrate(database.url);
  provide("templateUrl", database.url);

  return async () => {
    await database.remove();
    clean();
  };
}

/** Memory where there is plenty: copying a database is a matter of hundreds of small files. */
function fastFolder(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 * 1024 ** 3 ? memory : tmpdir();
}
