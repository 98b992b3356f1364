import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { connect } from "@/db/client";
import { decideDeletion } from "@/lib/accounts/deletion/decide-deletion";
import { requestDeletion } from "@/lib/accounts/deletion/request-deletion";
import { approveSignUp } from "@/lib/accounts/sign-up/approve-sign-up";
import { refuseSignUp } from "@/lib/accounts/sign-up/refuse-sign-up";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { decideRefund } from "@/lib/billing/refunds/decide-refund";
import { executeRefund } from "@/lib/billing/refunds/execute-refund";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import { withdrawRefund } from "@/lib/billing/refunds/withdraw-refund";
import { cancelRun } from "@/lib/billing/runs/cancel-run";
import { prepareRun, refreshRun } from "@/lib/billing/runs/prepare-run";
import { startRun } from "@/lib/billing/runs/start-run";
import { reopenSlots } from "@/lib/catalogue/closures/reopen-slots";
import { closeThread } from "@/lib/contact/close-thread";
import { reopenThread } from "@/lib/contact/reopen-thread";
import type { AgentRole } from "@/lib/core/actor";
import { addDays, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { reviewDocument } from "@/lib/documents/review-document";
import { askCompletion } from "@/lib/enrollments/ask-completion";
import { decideEnrollment } from "@/lib/enrollments/decide-enrollment";
import { withdrawEnrollment } from "@/lib/enrollments/withdraw-enrollment";
import { decideChange } from "@/lib/families/changes/decide-change";
import { proposeChanges } from "@/lib/families/changes/propose-changes";
import { withdrawChange } from "@/lib/families/changes/withdraw-change";
import { retryEmails } from "@/lib/notifications/retry-emails";
import { closeDay } from "@/lib/payments/close-day";
import { resolveIncident } from "@/lib/payments/resolve-incident";
import { decideAbsence } from "@/lib/reservations/absences/decide-absence";
import { approveRequests } from "@/lib/reservations/approvals/approve-requests";
import { refuseRequests } from "@/lib/reservations/approvals/refuse-requests";
import { acceptCancellations } from "@/lib/reservations/cancellations/accept-cancellations";
import { refuseCancellations } from "@/lib/reservations/cancellations/refuse-cancellations";
import { withdrawCancellations } from "@/lib/reservations/cancellations/withdraw-cancellations";
import { closeSlots } from "@/lib/reservations/closures/close-slots";
import { loadTownIfEmpty } from "@/scripts/prepare-database";
import { cloneDatabase, dropDatabase } from "../support/clone-database";
import { codeOf } from "../support/code-of";
import { test } from "../support/database";
import { checkInvariants } from "../support/invariants";
import { aSentSignUp } from "./accounts/sign-up/requests";
import { guardianOf } from "./auth/crawled-town";
import { anAgentAccount, password } from "./auth/people";
import { IBAN } from "./billing/refunds/asked";

/**
 * Two people who decide the same thing at the same moment, whatever it is: one of them does, the other is told, and it
 * happened once. In the demonstration town, where something of every kind waits.
 */

/** A Monday of school: what waits for agents depends on the day. */
const now = new Date("2026-11-23T08:00:00Z");

let town: { ctx: Context; officers: [Context, Context]; end: () => Promise<void> };
beforeAll(async () => {
  const url = await cloneDatabase(inject("templateUrl"), `two_agents_${randomUUID().replaceAll("-", "")}`);
  await loadTownIfEmpty(url, now);
  const { db, client } = connect(url, { max: 4 });
  const ctx: Context = { actor: { kind: "system", name: "test" }, db, now };
  const agents: string[] = [];
  for (const who of ["un", "deux"]) {
    agents.push((await anAgentAccount(ctx, "admin", { email: `${who}@agents.exemple.fr` })).id);
  }
  const [first = "", second = ""] = agents;
  const acting = (accountId: string): Context => ({ ...ctx, actor: { kind: "agent", accountId, role: "admin" } });
  const end = async () => {
    await client.end();
    await dropDatabase(url);
  };
  town = { ctx, officers: [acting(first), acting(second)], end };
}, 400_000);
afterAll(() => town.end());

type Act = (ctx: Context) => Promise<unknown>;
type Scene = {
  role: AgentRole;
  /** Finds, or makes, what waits; answers what two people do with it. */
  acts: (ctx: Context) => Promise<[Act, Act]>;
  /** What the second is told, when it is not that it was decided. */
  told?: string[];
};

/** The one value of the first row. */
async function one<T = string>({ db }: Context, query: ReturnType<typeof sql>): Promise<T> {
  const [row] = await db.execute<Record<string, T>>(query);
  const value = row && Object.values(row)[0];
  if (value === undefined) throw new Error("nothing of the kind waits in the town");
  return value;
}

const why = "Voir le règlement.";
const both = (act: Act): [Act, Act] => [act, act];
const asFamily = async (ctx: Context, email = "parent@exemple.fr", inHousehold?: string) => {
  const family = { ...(await guardianOf(ctx, email)), ...(inHousehold && { householdId: inHousehold }) };
  const actor = { kind: "guardian", ...family, householdIds: [family.householdId] } as const;
  return { ...family, guardian: { ...ctx, actor } satisfies Context };
};

/** "accept" by one and "refuse" by the other. */
const decided = (id: string, verb: (ctx: Context, input: Decision) => Promise<unknown>): [Act, Act] => [
  (ctx) => verb(ctx, { id, decision: "accept", reason: "" }),
  (ctx) => verb(ctx, { id, decision: "refuse", reason: why }),
];
type Decision = { id: string; decision: "accept" | "refuse"; reason: string };

const waitingDemands = (ctx: Context, where: ReturnType<typeof sql>) =>
  one<string>(ctx, sql`select id from reservations where ${where} order by id limit 1`).then(Number);

async function aRefundRequest(ctx: Context) {
  const { guardian, householdId } = await asFamily(ctx);
  const [account] = await ctx.db.execute<{ officeId: string }>(sql`
    select revenue_office_id as "officeId" from ledger_entries
    where household_id = ${householdId} and account = 'household'
    group by 1 having sum(amount_cents) <= -100 limit 1`);
  const requestId = randomUUID();
  const asked = { requestId, householdId, revenueOfficeId: account?.officeId ?? "", amount: "1", reason: why };
  await requestRefund(guardian, { ...asked, holder: "Cédric Rousseau", iban: IBAN });
  return { id: requestId, guardian };
}

async function aDraftRun(ctx: Context) {
  const officeId = await one(ctx, sql`select revenue_office_id from invoice_settings limit 1`);
  const today = dateOf(ctx.now);
  const period = { periodFrom: addDays(today, -40), periodTo: today, dueOn: addDays(today, 30) };
  const choices = { carriesSmall: false, creditsAdjustments: false };
  return prepareRun(ctx, { revenueOfficeId: officeId, ...period, ...choices });
}

async function aChange(ctx: Context) {
  const { guardian, householdId } = await asFamily(ctx, "parent2@exemple.fr");
  const [address] = await ctx.db.execute<Record<string, string>>(sql`
    select street, coalesce(address_complement, '') as "addressComplement", postal_code as "postalCode", city
    from households where id = ${householdId}`);
  const shown = { "household.address": JSON.stringify(address) };
  const values = { ...address, street: `${randomUUID().slice(0, 4)} rue Neuve` };
  await proposeChanges(guardian, { householdId, section: "address", shown, values });
  const id = await one(
    ctx,
    sql`
    select id from change_requests where household_id = ${householdId} and status = 'pending' limit 1`,
  );
  return { id, guardian, householdId };
}

async function aDayToClose(ctx: Context) {
  const [day] = await ctx.db.execute<{ date: string; activityId: string }>(sql`
    select o.date::text, s.activity_id as "activityId" from slot_occurrences o join slots s on s.id = o.slot_id
    where o.date > ${addDays(dateOf(ctx.now), 40)} and o.taken > 0 and o.closed_reason is null order by o.date desc limit 1`);
  const date = day?.date ?? "";
  return { from: date, to: date, reach: `activite:${day?.activityId}`, reason: "Grève des agents." };
}

const scenes: Record<string, Scene> = {
  "requests of a family, approved and refused": {
    role: "site_manager",
    acts: async (ctx) => {
      const id = await waitingDemands(ctx, sql`awaiting = 'approval'`);
      return [(ctx) => approveRequests(ctx, [id]), (ctx) => refuseRequests(ctx, { ids: [id], reason: why })];
    },
  },
  "a cancellation after the deadline, accepted and refused": {
    role: "site_manager",
    acts: async (ctx) => {
      const id = await waitingDemands(ctx, sql`status = 'cancellation_requested'`);
      return [(ctx) => acceptCancellations(ctx, [id]), (ctx) => refuseCancellations(ctx, { ids: [id], reason: why })];
    },
  },
  "a cancellation that the family takes back while it is accepted": {
    role: "site_manager",
    told: ["no_cancellation_asked", "already_decided"],
    acts: async (ctx) => {
      const id = await waitingDemands(ctx, sql`status = 'cancellation_requested'`);
      const [cell] = await ctx.db.execute<{ email: string; childId: string; slotId: number; date: string }>(sql`
        select a.email, r.child_id as "childId", o.slot_id as "slotId", o.date::text from reservations r
        join slot_occurrences o on o.id = r.occurrence_id
        join household_members m on m.household_id = r.household_id and m.role = 'guardian'
        join accounts a on a.person_id = m.person_id where r.id = ${id} limit 1`);
      if (!cell) throw new Error("the family has no account");
      const { email, ...place } = cell;
      const { guardian, householdId } = await asFamily(ctx, email);
      return [
        (ctx) => acceptCancellations(ctx, [id]),
        () => withdrawCancellations(guardian, { householdId, cells: [place] }),
      ];
    },
  },
  "an absence": {
    role: "site_manager",
    acts: async (ctx) =>
      decided(await one(ctx, sql`select id from absences where status = 'to_review'`), decideAbsence),
  },
  "a paper": {
    role: "family_officer",
    acts: async (ctx) =>
      decided(await one(ctx, sql`select id from documents where status = 'to_review' limit 1`), reviewDocument),
  },
  "an enrolment": {
    role: "family_officer",
    acts: async (ctx) =>
      decided(await one(ctx, sql`select id from enrollments where status = 'submitted' limit 1`), decideEnrollment),
  },
  "an enrolment, sent back twice": {
    role: "family_officer",
    acts: async (ctx) => {
      const enrollmentId = await one(ctx, sql`select id from enrollments where status = 'submitted' limit 1`);
      return both((ctx) => askCompletion(ctx, { enrollmentId, reason: why }));
    },
  },
  "an enrolment that the family takes back while it is refused": {
    role: "family_officer",
    told: ["already_decided", "not_found"], // what is taken back is forgotten
    acts: async (ctx) => {
      const [asked] = await ctx.db.execute<{ id: string; email: string; householdId: string }>(sql`
        select e.id, a.email, e.household_id as "householdId" from enrollments e
        join household_members m on m.household_id = e.household_id and m.role = 'guardian'
        join accounts a on a.person_id = m.person_id where e.status = 'submitted' limit 1`);
      const { id = "", email, householdId = "" } = asked ?? {};
      const { guardian } = await asFamily(ctx, email, householdId);
      return [
        (ctx) => decideEnrollment(ctx, { id, decision: "refuse", reason: why }),
        () => withdrawEnrollment(guardian, { householdId, enrollmentId: id }),
      ];
    },
  },
  "a change of a family's file": {
    role: "family_officer",
    acts: async (ctx) => decided((await aChange(ctx)).id, decideChange),
  },
  "a change that the family takes back while it is accepted": {
    role: "family_officer",
    acts: async (ctx) => {
      const { id, guardian, householdId } = await aChange(ctx);
      return [
        (ctx) => decideChange(ctx, { id, decision: "accept" }),
        () => withdrawChange(guardian, { householdId, changeId: id }),
      ];
    },
  },
  "a new family, accepted and refused": {
    role: "family_officer",
    acts: async (ctx) => {
      const { id } = await aSentSignUp(ctx);
      return [(ctx) => approveSignUp(ctx, { id }), (ctx) => refuseSignUp(ctx, { id, reason: why })];
    },
  },
  "an account to close": {
    role: "admin",
    acts: async (ctx) => {
      const { guardian, householdId } = await asFamily(ctx, "parent3@exemple.fr");
      await requestDeletion(guardian, { householdId, message: "", currentPassword: password });
      const id = await one(ctx, sql`select id from deletion_requests where decided_at is null`);
      return both((ctx) => decideDeletion(ctx, { id, decision: "refuse", reason: why }));
    },
  },
  "a refund": {
    role: "billing_officer",
    acts: async (ctx) => decided((await aRefundRequest(ctx)).id, decideRefund),
  },
  "a refund that the family takes back while it is refused": {
    role: "billing_officer",
    acts: async (ctx) => {
      const { id, guardian } = await aRefundRequest(ctx);
      return [
        (ctx) => decideRefund(ctx, { id, decision: "refuse", reason: why }),
        () => withdrawRefund(guardian, { id }),
      ];
    },
  },
  "a refund to pay": {
    role: "revenue_officer",
    acts: async (ctx) => {
      const { id } = await aRefundRequest(ctx);
      await decideRefund(acting(town.officers[0], "billing_officer"), { id, decision: "accept" });
      return both((ctx) => executeRefund(ctx, { id }));
    },
  },
  "an invoice to credit": {
    role: "billing_officer",
    acts: async (ctx) => {
      const invoiceId = await one(ctx, sql`select id from invoices where kind = 'invoice' order by number limit 1`);
      return both((ctx) => creditInvoice(ctx, { invoiceId, reason: why }));
    },
  },
  "a quittance to withdraw": {
    role: "revenue_officer",
    acts: async (ctx) => {
      const paymentId = await one(
        ctx,
        sql`
        select p.id from payments p left join payment_cancellations c on c.payment_id = p.id
        where p.gateway is null and p.day_closing_id is null and c.payment_id is null limit 1`,
      );
      return both((ctx) => cancelReceipt(ctx, { paymentId, reason: why }));
    },
  },
  "the day of a counter": {
    role: "revenue_officer",
    told: ["nothing_to_close"],
    acts: async (ctx) => {
      const revenueOfficeId = await one(
        ctx,
        sql`
        select revenue_office_id from payments where gateway is null and day_closing_id is null limit 1`,
      );
      return both((ctx) => closeDay(ctx, { revenueOfficeId, countedCash: "0", note: why }));
    },
  },
  "a payment that matches nothing": {
    role: "revenue_officer",
    acts: async (ctx) => {
      const id = await one<number>(ctx, sql`select id from payment_incidents where resolved_at is null limit 1`);
      const incidentId = Number(id);
      return both((ctx) => resolveIncident(ctx, { incidentId, resolution: "other", note: why }));
    },
  },
  "a billing run, issued twice": {
    role: "billing_officer",
    acts: async (ctx) => {
      const runId = await aDraftRun(acting(town.officers[0], "billing_officer"));
      const expectedTotalCents = await refreshRun(ctx, runId);
      return both((ctx) => startRun(ctx, { runId, expectedTotalCents }));
    },
  },
  "a billing run, given up twice": {
    role: "billing_officer",
    acts: async () => {
      const runId = await aDraftRun(acting(town.officers[0], "billing_officer"));
      return both((ctx) => cancelRun(ctx, runId));
    },
  },
  "an exchange to close": {
    role: "family_officer",
    acts: async (ctx) => {
      const threadId = await one(ctx, sql`select id from contact_threads where status = 'to_handle' limit 1`);
      return both((ctx) => closeThread(ctx, { threadId }));
    },
  },
  "an exchange to open again": {
    role: "family_officer",
    acts: async (ctx) => {
      const threadId = await one(ctx, sql`select id from contact_threads where status = 'closed' limit 1`);
      return both((ctx) => reopenThread(ctx, { threadId }));
    },
  },
  "a day to close": {
    role: "site_manager",
    told: ["nothing_open"],
    acts: async (ctx) => {
      const closure = await aDayToClose(ctx);
      return both((ctx) => closeSlots(ctx, closure));
    },
  },
  "a closure to lift": {
    role: "site_manager",
    acts: async (ctx) => {
      const closureId = await one(ctx, sql`select id from closures where reopened_at is null limit 1`);
      return both((ctx) => reopenSlots(ctx, { closureId }));
    },
  },
  "a message to send again": {
    role: "family_officer",
    acts: async (ctx) => {
      const emailId = await one(
        ctx,
        sql`
        update emails set status = 'failed' where id = (select id from emails order by created_at limit 1) returning id`,
      );
      return both((ctx) => retryEmails(ctx, { emailId }));
    },
  },
};

const acting = (ctx: Context, role: AgentRole): Context =>
  ctx.actor.kind === "agent" ? { ...ctx, actor: { ...ctx.actor, role } } : ctx;

for (const [name, { role, acts, told = ["already_decided"] }] of Object.entries(scenes)) {
  test(`${name}: one decides, the other is told`, async () => {
    const { ctx, officers } = town;
    const { last } = (await ctx.db.execute<{ last: string }>(sql`select max(id) as last from audit_events`))[0] ?? {};
    const [first, second] = officers.map((officer) => acting(officer, role)) as [Context, Context];
    const [one, other] = await acts(first);
    const codes = await Promise.all([codeOf(one(first)), codeOf(other(second))]);

    expect(codes).toContain("done");
    expect(told).toContain(codes.find((code) => code !== "done"));
    const twice = await ctx.db.execute(sql`
      select type, subject_id from audit_events where id > ${last ?? 0} and subject_id is not null and type not like 'reservation.%'
      group by 1, 2 having count(*) > 1`);
    expect(twice).toEqual([]);
  });
}

test("and no rule is broken by any of it", async () => {
  expect(await checkInvariants(town.ctx)).toEqual([]);
});

/** What answers that it was decided and is raced in the test of its own verb, or has no two people. */
const elsewhere = [
  "accounts/deletion/request-deletion", // one's own account
  "accounts/imports/discard-import",
  "accounts/imports/lock-import", // start-import and undo-import
  "accounts/imports/map-columns",
  "billing/runs/set-aside",
  "catalogue/tariffs/withdraw-version", // a revision
  "enrollments/end-enrollment",
  "billing/reminders/send-reminders",
  "reservations/absences/send-proof",
  "reservations/patterns/continuation-of", // one's own week
  "reservations/patterns/find-pattern",
];
/** What the scenes go through, under another name. */
const plumbing: Record<string, string> = {
  "accounts/sign-up/lock-sign-up": "refuseSignUp",
  "billing/invoices/issue-invoices": "creditInvoice",
  "billing/refunds/move-refund": "decideRefund",
  "billing/runs/prepare-run": "startRun",
  "payments/cancel-counter-payment": "cancelReceipt",
  "reservations/approvals/lock-demands": "approveRequests",
};

test("whatever answers that it was decided already has its scene", () => {
  const source = readFileSync(new URL(import.meta.url), "utf8");
  const camel = (path: string) => (path.split("/").at(-1) ?? "").replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const verbs = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("core/"))
    .filter((file) => readFileSync(`lib/${file}`, "utf8").includes('"already_decided"'))
    .map((file) => file.replace(/\.ts$/, ""));
  const forgotten = verbs.filter(
    (verb) =>
      !elsewhere.includes(verb) &&
      !source.includes(`=> ${plumbing[verb] ?? camel(verb)}(`) &&
      !source.includes(`, ${camel(verb)})`),
  );
  expect(forgotten).toEqual([]);
});
