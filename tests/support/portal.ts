import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { inject } from "vitest";
import { freePort } from "@/db/postgresql/free-port";
import { loadTownIfEmpty } from "@/scripts/prepare-database";
import { launchServer, launchWorker, stopChild, waitUntilHealthy } from "@/scripts/processes";
import { cloneDatabase, dropDatabase } from "./clone-database";

export type Portal = {
  url: string;
  databaseUrl: string;
  stop(): Promise<void>;
  /** The server dies at once, as in a power cut; the worker and the database go on. */
  kill9Server(): Promise<void>;
  restartServer(): Promise<void>;
};

/**
 * Starts the built portal on a port and a database of its own, with the demonstration town as of now, or with nothing and
 * no demonstration at all; its files lie in the DATA_DIR of the tests, where the town was loaded from.
 */
export async function startPortal({ isEmpty = false } = {}): Promise<Portal> {
  const databaseUrl = isEmpty ? await newDatabase() : await newTown();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    APP_URL: url,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: "warn",
    ...(isEmpty && { DEMO: "0" }),
  } as const;

  const worker = launchWorker({ env });
  let server: ChildProcess | undefined;
  async function restartServer(): Promise<void> {
    server = launchServer({ env });
    await waitUntilHealthy(url, { patience: 120_000 });
  }
  await restartServer();

  return {
    url,
    databaseUrl,
    restartServer,
    async kill9Server() {
      if (!server) return;
      server.kill("SIGKILL");
      await once(server, "exit");
    },
    async stop() {
      if (server) await stopChild(server);
      await stopChild(worker);
      await dropDatabase(databaseUrl);
    },
  };
}

const newDatabase = () => cloneDatabase(inject("templateUrl"), `empty_${randomUUID().replaceAll("-", "")}`);

/** The town is loaded once per run, then copied. */
async function newTown(): Promise<string> {
  const town = await cloneDatabase(inject("templateUrl"), "town");
  await loadTownIfEmpty(town, new Date());
  return cloneDatabase(town, `town_${randomUUID().replaceAll("-", "")}`);
}
