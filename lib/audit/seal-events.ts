import { createHash } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { auditEvents, auditSeals } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { log } from "@/lib/core/log";

/** Short transactions: a job that is killed has lost the last one only. */
const BATCH = 1000;

/** An event committed late has a smaller id than those already sealed: each turn looks again at so many ids. */
const LOOK_BACK = 20_000;

/**
 * Seals the events that have no seal yet, in a chain (I23): an id that is missing may be of a transaction still open, or
 * of one that was given up, and holds nobody back. `whole` looks again at every event, however late it came; what it
 * leaves in the log of the server is the head of the chain, kept out of the database. Of two at the same moment, one
 * works.
 */
export async function sealEvents(ctx: Context, { whole = false }: { whole?: boolean } = {}): Promise<number> {
  authorize(ctx, "jobs:run");

  let sealed = 0;
  for (let count = BATCH; count === BATCH; sealed += count) count = await sealBatch(ctx, whole);
  if (whole) {
    const head = await findHead(ctx);
    if (head) log.info({ position: head.position, hash: head.hash }, "trail sealed");
  }
  return sealed;
}

/** The hash of an event's seal, from the one before it; "" before the first. */
const chain = (previous: string, digest: string): string =>
  createHash("sha256").update(`${previous} ${digest}`).digest("hex");

const sealBatch = (ctx: Context, whole: boolean): Promise<number> =>
  inTransaction(ctx, async (ctx) => {
    const [lock] = await ctx.db.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('portail.seal-events')) as taken`,
    );
    if (!lock?.taken) return 0;

    const head = await findHead(ctx);
    const after = whole || !head ? 0 : head.highestEvent - LOOK_BACK;
    const due = await ctx.db
      .select({ id: auditEvents.id, digest: sql<string>`audit_event_digest(audit_events)` })
      .from(auditEvents)
      .where(
        sql`${auditEvents.id} > ${after}
          and not exists (select from ${auditSeals} where ${auditSeals.eventId} = ${auditEvents.id})`,
      )
      .orderBy(auditEvents.id)
      .limit(BATCH);

    let { position, hash } = head ?? { position: 0, hash: "" };
    const seals = due.map(({ id, digest }) => {
      position += 1;
      hash = chain(hash, digest);
      return { position, eventId: id, hash };
    });
    if (seals.length > 0) await ctx.db.insert(auditSeals).values(seals);
    return seals.length;
  });

async function findHead({ db }: Context) {
  const [head] = await db
    .select({
      position: auditSeals.position,
      hash: auditSeals.hash,
      highestEvent: sql<number>`(select max(event_id) from audit_seals)`.mapWith(Number),
    })
    .from(auditSeals)
    .orderBy(desc(auditSeals.position))
    .limit(1);
  return head;
}
