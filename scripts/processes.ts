import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

type Launch = { env: NodeJS.ProcessEnv; args?: string[]; silent?: boolean };

export const launchServer = (launch: Launch) =>
  launchChild("scripts/server.ts", launch, "./scripts/without-source-maps.ts");
export const launchWorker = (launch: Launch) => launchChild("lib/worker/main.ts", launch);

/** Detached: a Ctrl-C in the terminal is for the supervisor, which stops its children in order. */
function launchChild(module: string, { env, args = [], silent = false }: Launch, ...first: string[]): ChildProcess {
  const execArgv = ["tsx", "./scripts/exit-with-parent.ts", ...first].flatMap((loaded) => ["--import", loaded]);
  return fork(join(root, module), args, { cwd: root, env, execArgv, silent, detached: true });
}

/** Asks a process to stop, and insists when it does not. */
export async function stopChild(child: ChildProcess, patience = 25_000): Promise<void> {
  if (!isAlive(child)) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), patience);
  await exited;
  clearTimeout(insist);
}

export const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** Starts a process again whenever it dies, less and less eagerly while it dies young. */
export function keepRunning(name: string, launch: () => ChildProcess): { stop(): Promise<void> } {
  let child = launch();
  let stopping = false;

  async function watch(): Promise<void> {
    for (let delay = 500; ; delay = Math.min(delay * 2, 30_000)) {
      const startedAt = Date.now();
      if (isAlive(child)) await once(child, "exit");
      if (stopping) return;
      if (Date.now() - startedAt > 60_000) delay = 500;
      console.error(`Le processus « ${name} » s’est arrêté : il repart.`);
      await sleep(delay);
      if (stopping) return;
      child = launch();
    }
  }
  void watch();

  return {
    async stop() {
      stopping = true;
      await stopChild(child);
    },
  };
}

/** Waits until the portal serves and its database answers. */
export async function waitUntilHealthy(
  url: string,
  { signal, patience = 120_000 }: { signal?: AbortSignal; patience?: number } = {},
) {
  const deadline = Date.now() + patience;
  while (!signal?.aborted) {
    const answer = await fetch(`${url}/api/sante`).catch(() => undefined);
    await answer?.text();
    if (answer?.status === 200) return;
    if (Date.now() > deadline) throw new Error("Le portail ne répond pas : les messages ci-dessus disent pourquoi.");
    await sleep(100);
  }
}
