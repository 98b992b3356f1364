import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./http";
import { load, type Measure, PARENTS, together } from "./load";
import { openGridPage } from "./pages";
import type { Portal } from "./portal";
import { memoryOf } from "./processes";
import { anyOf, type Family } from "./town";

export type Memory = { atStart: number; afterThousand: number; afterTenThousand: number };

/** Memory of a fresh server while grid pages are asked for and one in five is given up on the way. */
export async function measureMemory(portal: Portal, families: Family[]): Promise<Memory> {
  await portal.restart();
  const settled = async () => {
    await sleep(1500);
    return memoryOf(portal.serverPid());
  };
  let count = 0;
  const open = () => {
    const signal = count++ % 5 === 0 ? AbortSignal.timeout(Math.ceil(Math.random() * 60)) : undefined;
    return openGridPage(portal, anyOf(families), { signal }).catch((error: unknown) => {
      if (!signal?.aborted) throw error;
    });
  };

  const atStart = await settled();
  await together(PARENTS, 1000, open);
  const afterThousand = await settled();
  await together(PARENTS, 9000, open);
  return { atStart, afterThousand, afterTenThousand: await settled() };
}

export type Receipts = Measure & { kilobytesKept: number; memory: number };

/** Receipts as PDF, one after the other, by a fresh server; `kilobytesKept` is what each leaves in its memory. */
export async function measureReceipts(
  portal: Portal,
  families: Family[],
  { requests }: { requests: number },
): Promise<Receipts> {
  await portal.restart();
  const cookies = new Map(families.map(({ householdId, cookie }) => [householdId, cookie]));
  const receipts = await portal.sql<{ id: string; householdId: string }[]>`
    select id, household_id as "householdId" from receipts order by random() limit 100`;
  let next = 0;
  const draw = async () => {
    const { id, householdId } = receipts[next++ % receipts.length] ?? { id: "", householdId: "" };
    const headers = { cookie: cookies.get(householdId) };
    const { status, body } = await send(`${portal.url}/api/recus/${id}/pdf`, { headers });
    if (status !== 200 || !body.subarray(0, 5).equals(Buffer.from("%PDF-")))
      throw new Error(`Un reçu a répondu ${status}.`);
  };

  await together(1, requests / 4, draw);
  const before = memoryOf(portal.serverPid());
  const measure = await load(portal, { requests, parents: 1 }, draw);
  const memory = memoryOf(portal.serverPid());
  return { ...measure, memory, kilobytesKept: ((memory - before) * 1024) / requests };
}
