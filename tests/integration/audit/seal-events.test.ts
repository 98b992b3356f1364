import { createHash } from "node:crypto";
import { sql, TransactionRollbackError } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { auditEvents, auditSeals } from "@/db/schema";
import { recordEvent, recordEvents } from "@/lib/audit/record-event";
import { sealEvents } from "@/lib/audit/seal-events";
import { type Context, inTransaction } from "@/lib/core/context";
import { trailControls } from "@/lib/reporting/controls/trail-controls";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";

const acts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ type: "payment.paid", subjectId: `${n}`, data: { cents: n, note: "é" } }));

/** The ids of the events that the control names. */
async function wrongEvents({ db }: Context): Promise<string[]> {
  const [control] = trailControls;
  if (!control) throw new Error("There is no control of the trail");
  const rows = await db.execute<{ subject: string }>(sql`select subject from (${control.broken}) found (subject)`);
  return rows.map(({ subject }) => subject);
}

const sealsOf = ({ db }: Context) => db.select().from(auditSeals).orderBy(auditSeals.position);

/** What someone does who owns the database: no trigger stops them. */
async function behindItsBack(ctx: Context, work: (db: Context["db"]) => Promise<unknown>): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    await db.execute(sql`alter table audit_events disable trigger user`);
    await db.execute(sql`alter table audit_seals disable trigger user`);
    await work(db);
    await db.execute(sql`alter table audit_events enable trigger user`);
    await db.execute(sql`alter table audit_seals enable trigger user`);
  });
}

test("seals each event once, in a chain that anyone can compute again", async ({ ctx }) => {
  await recordEvents(ctx, acts(2500));
  expect(await sealEvents(ctx)).toBe(2500);
  expect(await sealEvents(ctx)).toBe(0);

  const events = await ctx.db
    .select({ id: auditEvents.id, digest: sql<string>`audit_event_digest(audit_events)` })
    .from(auditEvents)
    .orderBy(auditEvents.id);
  let hash = "";
  const expected = events.map(({ id, digest }, index) => {
    hash = createHash("sha256").update(`${hash} ${digest}`).digest("hex");
    return { position: index + 1, eventId: id, hash };
  });
  expect(await sealsOf(ctx)).toEqual(expected);
  expect(await wrongEvents(ctx)).toEqual([]);
});

test("the digest does not depend on the time zone of whoever computes it", async ({ ctx }) => {
  await recordEvents(ctx, acts(3));
  await sealEvents(ctx);
  await ctx.db.execute(sql`set local timezone = 'Pacific/Kiritimati'`);
  expect(await wrongEvents(ctx)).toEqual([]);
});

test("an event committed late, with a smaller id than those that are sealed, is sealed after them", async ({
  committed: ctx,
}) => {
  let commit = () => {};
  const late = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const slow = inTransaction(ctx, async (ctx) => {
    await recordEvent(ctx, { type: "slot.changed", subjectId: "late" });
    begun();
    await late;
  });
  await isBegun;
  await recordEvent(ctx, { type: "slot.changed", subjectId: "early" });
  expect(await sealEvents(ctx)).toBe(1);

  commit();
  await slow;
  expect(await sealEvents(ctx)).toBe(1);
  const [first, second] = await sealsOf(ctx);
  expect(second?.eventId).toBeLessThan(first?.eventId ?? 0);
  expect(await wrongEvents(ctx)).toEqual([]);
});

test("the nightly look seals what came later than the others look back", async ({ committed: ctx }) => {
  await recordEvents(ctx, acts(3));
  await ctx.db.execute(sql`select setval('audit_events_id_seq', 50000)`);
  await recordEvents(ctx, acts(1));
  const [first] = await ctx.db.select().from(auditEvents).orderBy(auditEvents.id);
  await ctx.db.insert(auditSeals).values({ position: 1, eventId: 50001, hash: "head" });

  expect(await sealEvents(ctx)).toBe(0);
  expect(await sealEvents(ctx, { whole: true })).toBe(3);
  expect((await sealsOf(ctx))[1]?.eventId).toBe(first?.id);
});

test("two jobs at the same moment seal each event once", async ({ committed: ctx }) => {
  await recordEvents(ctx, acts(3000));
  await Promise.all([1, 2, 3, 4].map(() => sealEvents(ctx)));
  await sealEvents(ctx);
  expect(await ctx.db.$count(auditSeals)).toBe(3000);
  expect(await wrongEvents(ctx)).toEqual([]);
});

test("the database refuses to change, remove or empty the trail and its seals", async ({ ctx }) => {
  await recordEvents(ctx, acts(2));
  await sealEvents(ctx);
  for (const [table, attempts] of Object.entries({
    audit_events: ["update audit_events set type = 'x'", "delete from audit_events", "truncate audit_events"],
    audit_seals: ["update audit_seals set hash = 'x'", "delete from audit_seals", "truncate audit_seals"],
  })) {
    for (const attempt of attempts) {
      const refusal = inTransaction(ctx, ({ db }) => db.execute(sql.raw(attempt)));
      await expect(refusal).rejects.toMatchObject({ cause: { constraint_name: `${table}_append_only` } });
    }
  }
  // The two verbs that take something out may not rewrite what stays.
  await expect(
    inTransaction(ctx, async ({ db }) => {
      await db.execute(sql`set local portail.trail = 'redact'`);
      await db.execute(sql`update audit_events set data = null, type = 'x'`);
    }),
  ).rejects.toMatchObject({ cause: { constraint_name: "audit_events_append_only" } });
});

const SIZE = 12;
const one = fc.integer({ min: 1, max: SIZE });
const tampering = fc.oneof(
  fc.record({
    kind: fc.constant("change" as const),
    event: one,
    column: fc.constantFrom("at", "type", "actor_kind", "account_id", "household_id", "subject_id", "data", "id"),
  }),
  fc.record({ kind: fc.constant("remove" as const), event: one, withSeal: fc.boolean() }),
  fc
    .record({ kind: fc.constant("swap" as const), event: one, other: one })
    .filter(({ event, other }) => event !== other),
  fc.record({ kind: fc.constant("insert" as const), event: one }),
  fc.record({ kind: fc.constant("rehash" as const), event: one }),
);
type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

const otherValues: Record<string, string> = {
  at: "at + interval '1 microsecond'",
  type: "type || 's'",
  actor_kind: "'agent'",
  account_id: "gen_random_uuid()",
  household_id: "gen_random_uuid()",
  subject_id: "coalesce(subject_id, '') || '0'",
  data: `jsonb_set(data, '{cents}', '-1')`,
};

/** Ids that no event of the portal has. */
let lastMade = 900_000;
const madeUp = (): number => {
  lastMade += 1;
  return lastMade;
};

async function tamper(ctx: Context, first: number, done: Tampering): Promise<void> {
  const id = first + done.event - 1;
  await behindItsBack(ctx, async (db) => {
    const run = (statement: string) => db.execute(sql.raw(statement));
    if (done.kind === "change" && done.column === "id") {
      await run(`insert into audit_events (id, at, type, actor_kind, data) overriding system value
        select ${madeUp()}, at, type, actor_kind, data from audit_events where id = ${id}`);
      await run(`delete from audit_events where id = ${id}`);
    } else if (done.kind === "change") {
      await run(`update audit_events set ${done.column} = ${otherValues[done.column]} where id = ${id}`);
    } else if (done.kind === "remove") {
      await run(`delete from audit_events where id = ${id}`);
      if (done.withSeal) await run(`delete from audit_seals where event_id = ${id}`);
    } else if (done.kind === "swap") {
      const other = first + done.other - 1;
      await run(`update audit_events one set subject_id = two.subject_id, data = two.data from audit_events two
        where (one.id, two.id) in ((${id}, ${other}), (${other}, ${id}))`);
    } else if (done.kind === "insert") {
      // A made-up event in the place of another one, whose own seal is pushed away.
      const made = madeUp();
      await run(`insert into audit_events (id, at, type, actor_kind) overriding system value
        select ${made}, at, 'payment.paid', 'system:bank' from audit_events where id = ${id}`);
      await run(`update audit_seals set event_id = ${made} where event_id = ${id}`);
    } else {
      await run(`update audit_seals set hash = encode(sha256('autre'), 'hex') where event_id = ${id}`);
    }
  });
}

/** The trail as it can be read: what each seal stands for. */
const trailOf = ({ db }: Context) =>
  db.execute<{ position: number; hash: string; digest: string | null }>(sql`
    select s.position::int, s.hash, audit_event_digest(e) as digest
    from audit_seals s left join audit_events e on e.id = s.event_id order by s.position`);

test("any change, removal, swap or insertion is found, with the event at fault (I23); without the chain, none is", async ({
  ctx,
}) => {
  await recordEvents(ctx, acts(SIZE));
  await sealEvents(ctx);
  const before = [...(await trailOf(ctx))];
  const [{ id: first } = { id: 0 }] = await ctx.db.select().from(auditEvents).orderBy(auditEvents.id).limit(1);

  const whatIsSeen = async (ctx: Context) => {
    const [wrong, after] = [await wrongEvents(ctx), [...(await trailOf(ctx))]];
    await behindItsBack(ctx, (db) => db.execute(sql`delete from audit_seals`));
    await sealEvents(ctx);
    return { wrong, after, withoutChain: await wrongEvents(ctx) };
  };
  const tampered = fc.array(tampering, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(tampered, async (all) => {
      const { wrong, after, withoutChain } = await undone(ctx, async (ctx) => {
        for (const done of all) await tamper(ctx, first, done);
        return whatIsSeen(ctx);
      });
      // Nothing but a head kept elsewhere can tell of an end that was cut off with its seals.
      const isBeginning = JSON.stringify(after) === JSON.stringify(before.slice(0, after.length));
      expect(wrong.length > 0).toBe(!isBeginning);
      if (isBeginning && after.length < SIZE) expect(after.at(-1)?.hash).not.toBe(before.at(-1)?.hash);
      const [only] = all;
      if (all.length === 1 && only?.kind === "change" && only.column !== "id") {
        expect(wrong).toEqual([`${first + only.event - 1} (changée)`]);
      }
      expect(withoutChain).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 120_000);

/** What `work` answers, with nothing of it left. */
async function undone<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  await ctx.db
    .transaction(async (tx) => {
      answer = { value: await work({ ...ctx, db: tx }) };
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error;
    });
  if (!answer) throw new Error("The work was not done");
  return answer.value;
}

test("is for the portal's own jobs", async ({ ctx }) => {
  const admin = { ...ctx, actor: { kind: "agent", accountId: crypto.randomUUID(), role: "admin" } } as const;
  expect(await codeOf(sealEvents(admin))).toBe("forbidden");
});
