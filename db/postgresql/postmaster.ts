import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { environment } from "./cluster";
import { portalLock } from "./orphan";
import type { Owner } from "./owner";

type Place = {
  bin: string;
  home: string;
  cluster: string;
  port: number;
  password: string;
  owner: Owner;
  durable: boolean;
};

/** Reached by this machine only, and tuned for many short statements on a few cores. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  random_page_cost: "1.1",
  jit: "off",
  max_parallel_workers_per_gather: "0",
  timezone: "UTC",
  log_timezone: "UTC",
};
const throwAway = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_wal_size: "256MB" };

/** Runs PostgreSQL and starts it again when it dies, until `stop` is called. */
export async function runPostmaster(place: Place): Promise<{ stop(): Promise<void> }> {
  let child = await launch(place);
  let stopping = false;

  async function keepRunning(): Promise<void> {
    for (;;) {
      if (isAlive(child)) await once(child, "exit");
      if (stopping) return;
      child = await launch(place).catch(() => child);
      if (stopping) child.kill("SIGINT");
    }
  }
  const kept = keepRunning();
  const leaveNothingBehind = () => child.kill("SIGQUIT"); // at once, as in a crash: the next start recovers
  process.once("exit", leaveNothingBehind);

  return {
    async stop() {
      stopping = true;
      child.kill("SIGINT"); // "fast": open transactions are rolled back
      await kept;
      process.off("exit", leaveNothingBehind);
    },
  };
}

/** Several tries, because the processes of a killed PostgreSQL hold its memory for a moment. */
async function launch(place: Place, triesLeft = 10): Promise<ChildProcess> {
  const log = join(place.home, "postgres.log");
  const output = openSync(log, "w");
  const options = Object.entries({ ...settings, ...(place.durable ? {} : throwAway), port: String(place.port) });
  const child = spawn(
    join(place.bin, "postgres"),
    ["-D", place.cluster, ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // Detached: a Ctrl-C in the terminal is for the supervisor, which stops PostgreSQL last.
    { ...place.owner, cwd: place.home, env: environment, detached: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  await once(child, "spawn");
  if (await answers(child, place)) return child;
  if (triesLeft > 0) {
    await sleep(500);
    return launch(place, triesLeft - 1);
  }
  throw new Error(`PostgreSQL ne démarre pas. Son journal (${log}) dit :\n${await readFile(log, "utf8")}`);
}

/** Waits for the first answer, then holds the lock by which a second portal sees that these data are in use. */
async function answers(child: ChildProcess, { port, password }: Place): Promise<boolean> {
  while (isAlive(child)) {
    const guard = postgres({ host: "127.0.0.1", port, user: "postgres", password, max: 1, max_lifetime: null });
    try {
      await guard`select pg_advisory_lock(${portalLock})`;
      return true;
    } catch {
      await guard.end({ timeout: 0 });
      await sleep(50);
    }
  }
  return false;
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;
