import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, vi } from "vitest";
import * as schema from "@/db/schema";
import { startImport } from "@/lib/accounts/imports/start-import";
import { sealEvents } from "@/lib/audit/seal-events";
import { startRun } from "@/lib/billing/runs/start-run";
import type { Context } from "@/lib/core/context";
import { root } from "@/scripts/processes";
import { test as base } from "../../support/database";
import { checkInvariants } from "../../support/invariants";
import { aDesk, aList, aTriedImport, stateOf } from "../accounts/imports/files";
import { aCanteen, aRun, type Canteen, officer } from "../billing/invoices/bills";
import { addressOf } from "./address";

const soon = { timeout: 100_000, interval: 10 };

/** Does a job in a process of its own, which the test may kill. That the queue gives it back is told in main.test. */
const test = base.extend<{ launch: (job: "issue-run" | "run-import" | "seal-events", id?: string) => ChildProcess }>({
  launch: async ({ committed, templateUrl }, use) => {
    const children: ChildProcess[] = [];
    const url = await addressOf(committed, templateUrl);
    await use((job, id = "") => {
      const script = join(root, "tests/support/do-job.ts");
      const child = fork(script, [url, job, id], { cwd: root, execArgv: ["--import", "tsx"] });
      children.push(child);
      return child;
    });
    for (const child of children) child.kill("SIGKILL");
  },
});

async function kill9(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function finished(child: ChildProcess): Promise<void> {
  expect(await once(child, "exit")).toEqual([0, null]);
}

const FAMILIES = 100;

/** Many families at once, whose child ate on each day of the canteen. */
const manyEaters = async ({ db, now }: Context, { occurrences }: Canteen) => {
  const at = now.toISOString();
  await db.execute(sql`
    insert into households (name, street, postal_code, city, created_at)
    select 'Famille ' || to_char(n, 'FM000'), '3 rue des Lilas', '59000', 'Lille', ${at} from generate_series(1, ${FAMILIES}::int) n`);
  await db.execute(sql`
    with children as (
      insert into persons (first_name, last_name, created_at) select 'Léa', name, ${at} from households returning id, last_name
    ), members as (
      insert into household_members (household_id, person_id, role)
      select h.id, c.id, 'child' from children c join households h on h.name = c.last_name returning household_id, person_id
    )
    insert into reservations (household_id, child_id, occurrence_id, status, price_cents, pricing, requested_at)
    select m.household_id, m.person_id, o.id, 'attended', 350,
      '{"tariff":"Repas","validFrom":"2026-01-01","category":"resident","method":"flat"}', ${at}
    from members m, unnest(${sql.param(occurrences.map(({ id }) => id))}::bigint[]) o (id)`);
};

const countInvoices = async ({ db }: Context) =>
  (await db.execute<{ count: number }>(sql`select count(*)::int as count from invoices`))[0]?.count ?? 0;

test("a billing run whose process is killed -9, in the middle of a transaction then anywhere, issues the same set without a hole (I18)", async ({
  committed: ctx,
  templateUrl,
  launch,
}) => {
  const canteen = await aCanteen(ctx);
  await manyEaters(ctx, canteen);
  const runId = await aRun(ctx, canteen);
  await startRun(await officer(ctx), { runId, expectedTotalCents: FAMILIES * 3 * 350 });

  // Numbers are taken and invoices written, their lines are not: the transaction waits there when its process dies.
  const other = postgres(await addressOf(ctx, templateUrl), { max: 1, onnotice: () => {} });
  await other.begin(async (sql) => {
    await sql`lock table invoice_lines in access exclusive mode`;
    const worker = launch("issue-run", runId);
    const waiting = () =>
      sql`select from pg_locks where not granted and relation = 'invoice_lines'::regclass and database = (
        select oid from pg_database where datname = current_database())`;
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), soon);
    await kill9(worker);
  });
  await other.end();
  await vi.waitFor(async () => expect(await countInvoices(ctx)).toBe(0), soon);

  for (let deaths = 0; deaths < 2; deaths += 1) {
    const before = await countInvoices(ctx);
    const worker = launch("issue-run", runId);
    await vi.waitFor(async () => expect(await countInvoices(ctx)).toBeGreaterThan(before), soon);
    await sleep(Math.random() * 40);
    await kill9(worker);
  }
  await finished(launch("issue-run", runId));

  const set = await ctx.db.execute<{ number: string; household: string; cents: number }>(sql`
    select i.number, h.name as household, i.total_cents as cents
    from invoices i join households h on h.id = i.household_id order by i.number`);
  const expected = Array.from({ length: FAMILIES }, (_, index) => ({
    number: `2609PS${String(index + 1).padStart(5, "0")}PNB`,
    household: `Famille ${String(index + 1).padStart(3, "0")}`,
    cents: 1050,
  }));
  expect([...set].map(({ number: _, ...row }) => row)).toEqual(expected.map(({ number: _, ...row }) => row));
  expect([...set].map(({ number }) => number.slice(6, 11))).toEqual(expected.map(({ number }) => number.slice(6, 11)));
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a sealing whose process is killed -9 is gone on with by the next one, from the last seal that was committed (I23)", async ({
  committed: ctx,
  templateUrl,
  launch,
}) => {
  const act = (count: number) =>
    ctx.db.execute(sql`
      insert into audit_events (at, type, actor_kind) select ${ctx.now.toISOString()}, 'payment.paid', 'system:test'
      from generate_series(1, ${count}::int)`);
  await act(1500);
  await sealEvents(ctx);
  await act(1500);

  // It has read what to seal, and dies before its seals are written.
  const other = postgres(await addressOf(ctx, templateUrl), { max: 1, onnotice: () => {} });
  await other.begin(async (sql) => {
    await sql`lock table audit_seals in exclusive mode`;
    const worker = launch("seal-events");
    const waiting = () =>
      sql`select from pg_locks where not granted and relation = 'audit_seals'::regclass and database = (
        select oid from pg_database where datname = current_database())`;
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), soon);
    await kill9(worker);
  });
  await other.end();

  await vi.waitFor(async () => expect(await sealEvents(ctx)).toBe(1500), soon);
  expect(await ctx.db.$count(schema.auditSeals)).toBe(3000);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("an import of families whose process is killed -9 goes on where it was, and nobody comes in twice", async ({
  committed: ctx,
  launch,
}) => {
  const lines = Array.from({ length: 120 }, (_, index) => {
    const name = `Durand${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`;
    return `${name};Léa;14/03/2019;CP;${name};Camille;camille${index}@exemple.fr;;;;3 rue des Lilas;59223;Roncq`;
  });
  const desk = await aDesk(ctx);
  const importId = await aTriedImport(desk, aList(...lines));
  await startImport(desk.agent, { importId });
  const countHouseholds = async () =>
    (await ctx.db.select({ id: schema.households.id }).from(schema.households)).length;

  const worker = launch("run-import", importId);
  await vi.waitFor(async () => expect(await countHouseholds()).toBeGreaterThan(0), { ...soon, interval: 2 });
  await kill9(worker);
  const before = await countHouseholds();
  expect(await stateOf(ctx)).toMatchObject({ status: "running" });
  await finished(launch("run-import", importId));
  expect(await stateOf(ctx)).toMatchObject({ status: "done" });

  expect(before).toBeLessThan(lines.length);
  const people = await ctx.db.select({ email: schema.persons.email }).from(schema.persons);
  expect(await countHouseholds()).toBe(lines.length);
  expect(people).toHaveLength(lines.length * 2);
});
