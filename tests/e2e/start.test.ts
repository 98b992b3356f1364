import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "@/db/postgresql/free-port";
import { isAlive, root, stopChild } from "@/scripts/processes";

type Started = { process: ChildProcess; output: () => string };

let dataDir: string;
let port: number;
const started: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "portail-start-"));
  chmodSync(dataDir, 0o755);
  port = await freePort();
});

afterEach(async () => {
  for (const child of started.splice(0)) await stopChild(child, 30_000);
  rmSync(dataDir, { recursive: true, force: true });
});

/** What `npm start` runs, on a machine that says nothing else than where. */
async function start(): Promise<Started> {
  const unsaid = { DATABASE_URL: "", APP_URL: "", AUTH_SECRET: "", DEMO: "" };
  const env = { ...process.env, ...unsaid, PORT: String(port), DATA_DIR: dataDir };
  const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  await expect.poll(() => output.includes("Ctrl-C pour arrêter") || !isAlive(child), { timeout: 80_000 }).toBe(true);
  return { process: child, output: () => output };
}

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

const health = () =>
  fetch(`http://localhost:${port}/api/sante`).then(
    ({ status }) => status,
    () => undefined,
  );

test("opens the demonstration, survives kill -9 of everything, and stops when asked", async () => {
  const first = await start();
  expect(first.output()).toContain(`Le portail est ouvert : http://localhost:${port}`);
  expect(first.output()).toContain("parent@exemple.fr");
  expect(await health()).toBe(200);

  const supervisor = Number(first.process.pid);
  for (const pid of [supervisor, ...childrenOf(supervisor)]) process.kill(pid, "SIGKILL");
  await expect.poll(health).toBeUndefined();

  const second = await start();
  expect(await health()).toBe(200);
  second.process.kill("SIGINT");
  const [code] = await once(second.process, "exit");
  expect(code).toBe(0);
  expect(second.output()).toContain("Arrêt du portail");
  expect(await health()).toBeUndefined();
});

test("brings back the server when it dies alone", async () => {
  const portal = await start();
  for (const pid of childrenOf(Number(portal.process.pid))) {
    if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("scripts/server.ts")) process.kill(pid, "SIGKILL");
  }
  await expect.poll(health).toBeUndefined();
  await expect.poll(health, { timeout: 20_000 }).toBe(200);
});

test("says in one sentence that its port is taken", async () => {
  const other = createServer().listen(port);
  const { process: child, output } = await start();
  other.close();
  expect(child.exitCode).toBe(1);
  expect(output().trim()).toBe(
    `Le port ${port} est déjà pris : arrêtez le programme qui l’utilise, ou choisissez-en un autre, par exemple PORT=${port + 1} npm start.`,
  );
});
