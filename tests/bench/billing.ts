import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { getInvoice } from "@/lib/billing/invoices/queries/invoice";
import { renderInvoice } from "@/lib/billing/invoices/render-invoice";
import { issueRun } from "@/lib/billing/runs/issue-run";
import { prepareRun } from "@/lib/billing/runs/prepare-run";
import type { Context } from "@/lib/core/context";
import { plainBrand } from "@/lib/organization/queries/print-brand";

const HOUSEHOLDS = 2_000;
const LINES = 20;
const PDFS = 40;
const SAMPLE_MS = 400;
const MEGABYTE = 2 ** 20;
const NOW = new Date("2026-10-05T08:00:00Z");

// What a process holds says more about when it last tidied up than about what it keeps.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

export type BillingFigures = {
  previewMs: number;
  issueSeconds: number;
  invoices: number;
  lines: number;
  /** Megabytes still alive once the garbage is collected, at most, in each half of the run: flat when both are the same. */
  firstHalfAlive: number;
  secondHalfAlive: number;
  pdfsPerSecond: number;
};

/** A billing run of two thousand households with twenty meals each, and their PDFs, on a database of its own. */
export async function measureBillingRun(): Promise<BillingFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), "portail-bench-factures-"));
  chmodSync(dataDir, 0o755);
  const database = await startEmbedded({ dataDir });
  await migrate(database.url);
  const { db, client } = connect(database.url, { max: 2 });
  try {
    const ctx: Context = { actor: { kind: "system", name: "bench" }, db, now: NOW };
    const revenueOfficeId = await settle(ctx);
    const start = performance.now();
    const runId = await prepareRun(ctx, {
      revenueOfficeId,
      periodFrom: "2026-09-01",
      periodTo: "2026-09-30",
      dueOn: "2026-11-05",
      carriesSmall: false,
      creditsAdjustments: true,
    });
    const previewMs = performance.now() - start;
    await db.execute(sql`update billing_runs set status = 'issuing', started_at = ${NOW.toISOString()}`);
    const issued = await issue(ctx, runId);
    const [count] = await db.execute<{ invoices: number; lines: number }>(sql`
      select (select count(*) from invoices)::int as invoices, (select count(*) from invoice_lines)::int as lines`);
    const found = { invoices: count?.invoices ?? 0, lines: count?.lines ?? 0 };
    return { previewMs, ...issued, ...found, pdfsPerSecond: await drawPdfs(ctx) };
  } finally {
    await client.end();
    await database.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function issue(ctx: Context, runId: string) {
  const alive: number[] = [];
  const sample = () => {
    collectGarbage();
    alive.push(process.memoryUsage().heapUsed / MEGABYTE);
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const start = performance.now();
  await issueRun(ctx, runId);
  const issueSeconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  sample();
  const half = Math.ceil(alive.length / 2);
  return {
    issueSeconds,
    firstHalfAlive: Math.max(...alive.slice(0, half)),
    secondHalfAlive: Math.max(...alive.slice(half)),
  };
}

async function drawPdfs(ctx: Context): Promise<number> {
  const ids = await ctx.db.execute<{ id: string }>(sql`select id from invoices order by number limit ${PDFS}`);
  const start = performance.now();
  for (const { id } of ids) await renderInvoice(await getInvoice(ctx, id), "2026-10-05", plainBrand);
  return ids.length / ((performance.now() - start) / 1000);
}

/** A régie, its canteen, and families whose child ate there on twenty days. */
async function settle({ db }: Context): Promise<string> {
  const now = NOW.toISOString();
  await db.execute(sql`
    insert into organization (name, short_name, email, address, siret)
    values ('Ville de Lille', 'Lille', 'mairie@exemple.fr', '1 place de la Mairie, 59000 Lille', '21599990500015')`);
  const [office] = await db.execute<{ id: string }>(sql`
    insert into revenue_offices (name, officer_name, email, gateway, gateway_settings)
    values ('Régie', 'Anne Morel', 'regie@exemple.fr', 'payfip', '{"numcli":"090909","saisie":"T"}') returning id`);
  if (!office) throw new Error("no régie was written");
  await db.execute(sql`
    insert into invoice_settings (revenue_office_id, series, number_template, credit_template, updated_at)
    values (${office.id}, 'PS', '{YY}{MM}{SERIES}{COUNTER:5}', '{YY}{MM}{SERIES}A{COUNTER:5}', ${now})`);
  await db.execute(sql`
    with place as (
      insert into facilities (name, address, email, school_zone) values ('École', '2 rue', 'ecole@exemple.fr', 'B') returning id
    ), service as (
      insert into activities (facility_id, revenue_office_id, name, kind, billing_mode)
      select id, ${office.id}, 'Restauration scolaire', 'lunch', 'billed' from place returning id
    ), price as (
      insert into tariffs (label) values ('Repas') returning id
    ), meal as (
      insert into slots (activity_id, tariff_id, label, starts_at, ends_at, capacity, booking_deadline, cancellation_deadline)
      select service.id, price.id, 'Repas', '12:00', '13:00', 10000, '{"kind":"none","time":"00:00"}', '{"kind":"none","time":"00:00"}'
      from service, price returning id
    )
    insert into slot_occurrences (slot_id, date, capacity, booking_closes_at, cancellation_closes_at)
    select meal.id, '2026-09-01'::date + day, 10000, ${now}, ${now} from meal, generate_series(0, ${LINES - 1}::int) day`);
  await db.execute(sql`
    insert into households (name, street, postal_code, city, created_at)
    select 'Famille ' || n, n || ' rue des Écoles', '59000', 'Lille', ${now} from generate_series(1, ${HOUSEHOLDS}::int) n`);
  await db.execute(sql`
    with numbered as (select id, row_number() over () as n from households), people as (
      insert into persons (first_name, last_name, created_at)
      select role, h.n::text, ${now} from numbered h, unnest(array['Enfant', 'Parent']) role returning id, first_name, last_name
    ), members as (
      insert into household_members (household_id, person_id, role)
      select h.id, p.id, (case p.first_name when 'Enfant' then 'child' else 'guardian' end)::household_role
      from people p join numbered h on h.n::text = p.last_name
    )
    insert into accounts (email, display_name, person_id, created_at)
    select 'famille' || last_name || '@exemple.fr', 'Parent ' || last_name, id, ${now} from people where first_name = 'Parent'`);
  await db.execute(sql`
    insert into reservations (household_id, child_id, occurrence_id, status, price_cents, pricing, requested_at)
    select m.household_id, m.person_id, o.id, 'attended', 350,
      '{"tariff":"Repas","validFrom":"2026-01-01","category":"resident","method":"qf_band","quotient":620,"band":"T3"}', ${now}
    from household_members m, slot_occurrences o where m.role = 'child'`);
  await db.execute(sql`vacuum (analyze)`);
  return office.id;
}
