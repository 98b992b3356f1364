import type { ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { freePort } from "@/db/postgresql/free-port";
import { assertReliable, loadTownIfEmpty } from "@/scripts/prepare-database";
import { launchServer, root, stopChild, waitUntilHealthy } from "@/scripts/processes";
import { completeSettings } from "@/scripts/settings";

export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** The built portal as it serves a town, on a PostgreSQL that loses nothing, with a port and a data folder of its own. */
export async function openPortal() {
  const dataDir = mkdtempSync(join(tmpdir(), "portail-bench-"));
  chmodSync(dataDir, 0o755);
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));

  const given = { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir, APP_URL: "", PORT: String(await freePort()) };
  const { settings } = completeSettings(given, root);
  const database = await startEmbedded({ dataDir });
  Object.assign(process.env, settings, { DATABASE_URL: database.url });
  await assertReliable(database.url);
  await migrate(database.url);
  await loadTownIfEmpty(database.url, new Date());

  const sql = postgres(database.url, { max: 2, onnotice: () => {} });
  await sql`vacuum (analyze)`; // what PostgreSQL does by itself in the first minutes

  const url = `http://127.0.0.1:${settings.PORT}`;
  const env = { ...process.env, NODE_ENV: "production", LOG_LEVEL: "warn" } as const;
  let server: ChildProcess | undefined;

  async function restart(): Promise<void> {
    if (server) await stopChild(server);
    server = launchServer({ env });
    await waitUntilHealthy(url, { patience: 60_000 });
  }
  await restart();

  return {
    url,
    sql,
    databaseUrl: database.url,
    /** Where PostgreSQL keeps its journal and the password of its administrator. */
    home: join(dataDir, "postgres"),
    serverPid: () => server?.pid ?? 0,
    postgresPid: () => Number(readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").split("\n")[0]),
    /** A new server process, on the same data: nothing is left of what it has served. */
    restart,
    async close() {
      await sql.end();
      if (server) await stopChild(server);
      await database.remove();
    },
  };
}
