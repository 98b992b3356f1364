import type { Portal } from "./portal";
import { cpuOf, cpuOfFamily } from "./processes";

/** How many ask at once. */
export const PARENTS = 16;

export type Measure = {
  requests: number;
  perSecond: number;
  /** Milliseconds that parents waited. */
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of CPU per request. */
  server: number;
  postgres: number;
};

type Plan = { requests: number; warmUp?: number; parents?: number };

/** Parents who each ask again as soon as they are answered; what the server learns while warming up is not counted. */
export async function load(portal: Portal, plan: Plan, ask: () => Promise<unknown>): Promise<Measure> {
  const { requests, warmUp = 0, parents = PARENTS } = plan;
  await together(parents, warmUp, ask);

  const before = cpuNow(portal);
  const waits: number[] = [];
  const startedAt = performance.now();
  await together(parents, requests, async () => {
    const askedAt = performance.now();
    await ask();
    waits.push(performance.now() - askedAt);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const after = cpuNow(portal);

  waits.sort((a, b) => a - b);
  const percentile = (share: number) => waits[Math.ceil(share * waits.length) - 1] ?? 0;
  return {
    requests,
    perSecond: requests / seconds,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    server: (after.server - before.server) / requests,
    postgres: (after.postgres - before.postgres) / requests,
  };
}

/** Does something `count` times, by so many at once. */
export async function together(workers: number, count: number, work: () => Promise<unknown>): Promise<void> {
  let left = count;
  const one = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: workers }, one));
}

const cpuNow = (portal: Portal) => ({
  server: cpuOf(portal.serverPid()),
  postgres: cpuOfFamily(portal.postgresPid()),
});
