import { eq, sql } from "drizzle-orm";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import type { CollectInput } from "@/lib/billing/counter/input";
import { listDueInvoices } from "@/lib/billing/counter/queries";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import { addMinutes } from "@/lib/core/calendar";
import { asSystem, type Context } from "@/lib/core/context";
import { closeDay } from "@/lib/payments/close-day";
import { reportIncident } from "@/lib/payments/report-incident";
import { accounts, payments } from "../schema";
import type { Family } from "./families";
import type { Founded } from "./organization";
import type { Random } from "./random";

const HOUR = 60;
const DAY = 24 * HOUR;
/** An account that exists nowhere: of the examples that banks publish. */
const IBAN = "FR7630006000011234567890189";

type Visit = Pick<CollectInput, "means" | "amount"> & Partial<CollectInput> & { minutesAgo: number };

const visits: Visit[] = [
  { minutesAgo: DAY + 5 * HOUR, means: "cash", amount: "20" },
  {
    minutesAgo: DAY + 4 * HOUR,
    means: "cheque",
    amount: "45,50",
    chequeNumber: "0001847",
    chequeBank: "Banque Postale",
  },
  { minutesAgo: DAY + 3 * HOUR, means: "card_terminal", amount: "32,10" },
  { minutesAgo: 3 * HOUR, means: "cheque", amount: "18,40", chequeNumber: "0000912", chequeBank: "Crédit Mutuel" },
  { minutesAgo: 2 * HOUR, means: "cash", amount: "12" },
];

type Town = { town: Founded; families: Family[]; random: Random };

/** Two mornings at the counter of the régie, what the banks said that must be looked at, and money that is asked back. */
export async function takeMoney(ctx: Context, { town: { offices }, families, random }: Town): Promise<void> {
  // Where nothing is offered, nothing was ever paid.
  if ((await ctx.db.$count(payments)) === 0) return;
  const officer = await officerAt(ctx);
  const revenueOfficeId = offices.school.id;

  const taken: string[] = [];
  for (const [index, { minutesAgo, ...visit }] of visits.entries()) {
    if (index === 3) await closeDay(officer(DAY + HOUR), { revenueOfficeId, countedCash: "20", note: "" });
    const family = families[index * 7];
    if (!family) continue;
    const account = { householdId: family.id, revenueOfficeId };
    const due = await listDueInvoices(officer(minutesAgo), account);
    const { paymentId } = await collectPayment(officer(minutesAgo), {
      submissionKey: random.uuid(),
      ...account,
      tickets: [],
      invoiceIds: due.map(({ id }) => id),
      ...visit,
      chequeIssuer: family.name,
    });
    taken.push(paymentId);
  }
  await cancelReceipt(officer(HOUR), { paymentId: taken.at(-1) ?? "", reason: "Montant saisi deux fois." });

  await takeTickets(officer(4 * HOUR), families[5], offices.leisure.id, random);
  await reportTroubles(ctx);
  await askBack(ctx, { family: families[12], revenueOfficeId, officer, random });
}

/** The régisseur, as of so many minutes ago. */
async function officerAt(ctx: Context) {
  const [account] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.role, "revenue_officer"));
  if (!account) throw new Error("the town has no régisseur");
  const actor = { kind: "agent", accountId: account.id, role: "revenue_officer" } as const;
  return (minutesAgo: number): Context => ({ ...ctx, actor, now: addMinutes(ctx.now, -minutesAgo) });
}

async function takeTickets(officer: Context, family: Family | undefined, revenueOfficeId: string, random: Random) {
  if (!family) return;
  await collectPayment(officer, {
    submissionKey: random.uuid(),
    householdId: family.id,
    revenueOfficeId,
    means: "ancv",
    amount: "",
    tickets: ["201488", "201489", "201490"].map((number) => ({ number, value: "10" })),
    invoiceIds: [],
  });
}

/** Two payments of which a bank said something rare. */
async function reportTroubles(ctx: Context): Promise<void> {
  const rare = await ctx.db
    .select({ id: payments.id, gateway: payments.gateway })
    .from(payments)
    .where(sql`${payments.gateway} is not null and ${payments.settledAt} is not null`)
    .orderBy(sql`${payments.settledAt} desc, ${payments.id}`)
    .limit(2);
  for (const [index, { id, gateway }] of rare.entries()) {
    const said =
      gateway === "payfip" ? { resultrans: "V", numauto: "000000" } : { vads_trans_status: "CAPTURE_FAILED" };
    const now = addMinutes(ctx.now, -(index * 20 + 2) * HOUR);
    await reportIncident(
      { ...asSystem(ctx, "demonstration"), now },
      { paymentId: id, kind: "unusual_answer", detail: said },
    );
  }
}

type Asked = {
  family: Family | undefined;
  revenueOfficeId: string;
  officer: (minutesAgo: number) => Context;
  random: Random;
};

/** A family that leaves asks its credit back. */
async function askBack(ctx: Context, { family, revenueOfficeId, officer, random }: Asked): Promise<void> {
  const person = family?.guardians[0];
  if (!family || !person) return;
  const account = { householdId: family.id, revenueOfficeId };
  await collectPayment(officer(90), {
    submissionKey: random.uuid(),
    ...account,
    means: "transfer",
    amount: "60",
    transfer: "VIR FAMILLE",
    tickets: [],
    invoiceIds: [],
  });
  const actor = {
    kind: "guardian",
    accountId: family.account.id,
    personId: person.id,
    householdIds: [family.id],
  } as const;
  await requestRefund(
    { ...ctx, actor, now: addMinutes(ctx.now, -70) },
    {
      requestId: random.uuid(),
      ...account,
      amount: "37,60",
      reason: "Nous déménageons à la fin du mois.",
      holder: `${person.firstName} ${family.name}`,
      iban: IBAN,
    },
  );
}
