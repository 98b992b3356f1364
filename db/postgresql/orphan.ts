import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

/** A key of our own: whoever holds this lock is the running portal. */
export const portalLock = 727_001;

/**
 * Stops the PostgreSQL that a killed start left behind. One that still serves a portal is left alone, and said so: its
 * portal holds the lock, which the system releases at once when a process dies.
 */
export async function stopOrphan(cluster: string, password: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  if (pid === undefined || !isPostgres(pid, cluster)) {
    rmSync(file, { force: true }); // stale: its number may belong to another program by now, which PostgreSQL would fear
    return;
  }
  if (port && (await servesAPortal(port, password))) {
    throw new Error(
      "Un portail tourne déjà sur ces données : arrêtez-le d’abord, ou choisissez un autre dossier avec DATA_DIR.",
    );
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 10_000; waited += 50) {
      if (!isPostgres(pid, cluster)) return;
      await sleep(50);
    }
  }
}

async function servesAPortal(port: number, password: string): Promise<boolean> {
  const connection = postgres({ host: "127.0.0.1", port, user: "postgres", password, max: 1, connect_timeout: 2 });
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      const [row] = await connection`select pg_try_advisory_lock(${portalLock}) as free`;
      if (row?.free) return false;
      await sleep(200);
    }
    return true;
  } catch {
    return false; // it does not even answer
  } finally {
    await connection.end({ timeout: 1 });
  }
}

function isPostgres(pid: number, cluster: string): boolean {
  try {
    if (process.platform !== "linux") return process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
  } catch {
    return false;
  }
}
