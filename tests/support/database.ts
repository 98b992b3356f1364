import { randomUUID } from "node:crypto";
import { sql, TransactionRollbackError } from "drizzle-orm";
import { test as base, inject } from "vitest";
import { connect } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { cloneDatabase, dropDatabase } from "./clone-database";

type Connection = ReturnType<typeof connect>;
type Fixtures = {
  /** The system acting on Wednesday 9 September 2026 at 10:00 in Paris, in a transaction that is always rolled back. */
  ctx: Context;
  /** The same on a database of its own, with a real pool: for what happens at the same moment, or at commit. */
  committed: Context;
  workerDatabase: Connection;
  templateUrl: string;
};

const system = { actor: { kind: "system", name: "test" }, now: new Date("2026-09-09T08:00:00Z") } as const;

export const test = base.extend<Fixtures>({
  templateUrl: [inject("templateUrl"), { scope: "file" }],

  workerDatabase: [
    async ({ templateUrl }, use) => {
      const url = await cloneDatabase(templateUrl, `worker_${process.env.VITEST_POOL_ID}`);
      const connection = connect(url, { max: 4 });
      await use(connection);
      await connection.client.end({ timeout: 2 });
    },
    { scope: "file" },
  ],

  ctx: async ({ workerDatabase }, use) => {
    const rolledBack = workerDatabase.db.transaction(async (tx) => {
      await use({ ...system, db: tx });
      await checkDeferredConstraints(tx);
      tx.rollback();
    });
    await rolledBack.catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error;
    });
  },

  committed: async ({ templateUrl }, use) => {
    const url = await cloneDatabase(templateUrl, `committed_${randomUUID().replaceAll("-", "")}`);
    const connection = connect(url);
    const shared = globalThis as { portailConnection?: Connection };
    shared.portailConnection = connection; // what `database()` answers, for routes that open their own context
    await use({ ...system, db: connection.db });
    shared.portailConnection = undefined;
    await connection.client.end({ timeout: 2 });
    await dropDatabase(url);
  },
});

/** What a commit would check: nothing in a rolled-back transaction would otherwise notice an unbalanced ledger. */
async function checkDeferredConstraints(tx: Context["db"]): Promise<void> {
  await tx.execute(sql`set constraints all immediate`).catch((error: { cause?: { code?: string } }) => {
    const alreadyAborted = error.cause?.code === "25P02";
    if (!alreadyAborted) throw error;
  });
}
