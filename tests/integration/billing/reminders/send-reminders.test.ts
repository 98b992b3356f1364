import { describe, expect } from "vitest";
import * as schema from "@/db/schema";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { sendRemindersInput } from "@/lib/billing/reminders/input";
import { getReminderDesk } from "@/lib/billing/reminders/queries";
import { sendReminders } from "@/lib/billing/reminders/send-reminders";
import { saveOfficeRules } from "@/lib/billing/settings/save-office-rules";
import { openThread } from "@/lib/contact/open-thread";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { aFamilyAtTheCounter } from "../counter/at-the-counter";
import { aCanteen, anEater, anInvoice, issued, officer } from "../invoices/bills";

const DAY = 24 * 60;
const inDays = <C extends Context>(ctx: C, days: number) => later(ctx, days * DAY);
const mailsOf = async ({ db }: Context) =>
  (await db.select().from(schema.emails)).filter(({ template }) => template === "invoice-reminder");

/** The invoice is due on 9 October, a month after the test's own day. */
async function anOverdue(ctx: Context) {
  const bill = await anInvoice(ctx);
  const agent = await officer(ctx);
  return { ...bill, agent, at: (days: number) => inDays(agent, 30 + days) };
}

test("reminds at J+7 then J+15, once each, whoever presses, and leaves a trace", async ({ ctx }) => {
  const { invoice, at, household } = await anOverdue(ctx);
  const first = { level: 1, invoiceIds: [invoice.id] } as const;

  expect(await codeOf(sendReminders(at(6), { ...first, invoiceIds: [...first.invoiceIds] }))).toBe("already_decided");
  expect(await sendReminders(at(7), { level: 1, invoiceIds: [invoice.id] })).toBe(1);
  expect(await codeOf(sendReminders(at(7), { level: 1, invoiceIds: [invoice.id] }))).toBe("already_decided");
  expect(await codeOf(sendReminders(at(9), { level: 2, invoiceIds: [invoice.id] }))).toBe("already_decided");
  expect(await sendReminders(at(15), { level: 2, invoiceIds: [invoice.id] })).toBe(1);

  expect((await mailsOf(ctx)).map(({ payload }) => payload)).toEqual([
    { url: "http://localhost:3000/factures", isLast: false },
    { url: "http://localhost:3000/factures", isLast: true },
  ]);
  const events = (await ctx.db.select().from(schema.auditEvents)).filter(({ type }) => type === "invoice.reminded");
  expect(events).toMatchObject([
    { householdId: household.id, data: { level: 1, dueCents: 1050 } },
    { data: { level: 2 } },
  ]);
  expect((await getReminderDesk(at(30))).late).toMatchObject([{ daysLate: 30, next: { step: "transmit" } }]);
});

test("several invoices of a family make one message per person", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  await anEater(ctx, canteen);
  const [one] = await issued(ctx, canteen, { periodTo: "2026-09-02" });
  const [two] = await issued(ctx, canteen);
  const agent = inDays(await officer(ctx), 40);
  expect(await sendReminders(agent, { level: 1, invoiceIds: [one?.id ?? "", two?.id ?? ""] })).toBe(2);
  expect(await mailsOf(ctx)).toHaveLength(1);
});

describe("reminds nobody", () => {
  test("of what is paid, or contested and not answered yet", async ({ ctx }) => {
    const { invoice, at, guardian, household } = await anOverdue(ctx);
    const { threadId } = await openThread(guardian, {
      householdId: household.id,
      subject: "invoice",
      body: "Zoé n’était pas là ce jour-là.",
      files: [],
      clientKey: "3b241101-e2bb-4255-8caf-4136c566a962",
      invoiceId: invoice.id,
    });
    expect(threadId).toBeTruthy();
    expect(await codeOf(sendReminders(at(7), { level: 1, invoiceIds: [invoice.id] }))).toBe("already_decided");
    expect((await getReminderDesk(at(7))).late).toMatchObject([{ next: { step: "contested" } }]);
  });

  test("once the counter has been paid", async ({ ctx }) => {
    const { agent, paying } = await aFamilyAtTheCounter(ctx);
    const [invoice] = await ctx.db.select().from(schema.invoices);
    await collectPayment(agent, paying({ amount: "10,50" }));
    const billing = inDays(await officer(ctx), 60);
    expect(await codeOf(sendReminders(billing, { level: 1, invoiceIds: [invoice?.id ?? ""] }))).toBe("already_decided");
    expect(await mailsOf(ctx)).toEqual([]);
  });

  test("when it is not theirs to do", async ({ ctx }) => {
    const { guardian, invoice } = await anInvoice(ctx);
    const agent = await officer(ctx, "family_officer");
    for (const stranger of [guardian, agent]) {
      expect(await codeOf(sendReminders(stranger, { level: 1, invoiceIds: [invoice.id] }))).toBe("forbidden");
      expect(await codeOf(getReminderDesk(stranger))).toBe("forbidden");
    }
  });
});

test("the delays are those of the régie", async ({ ctx }) => {
  const { invoice, at, agent, canteen } = await anOverdue(ctx);
  await saveOfficeRules(agent, {
    revenueOfficeId: canteen.revenueOfficeId,
    cashCeiling: null,
    secondAgentAbove: 10_000,
    smallestInvoice: 1_500,
    firstReminderDays: 20,
    secondReminderDays: 40,
  });
  expect(await codeOf(sendReminders(at(19), { level: 1, invoiceIds: [invoice.id] }))).toBe("already_decided");
  expect(await sendReminders(at(20), { level: 1, invoiceIds: [invoice.id] })).toBe(1);
});

test("two agents at the same moment remind once", async ({ committed: ctx }) => {
  const { invoice, at } = await anOverdue(ctx);
  const outcomes = await Promise.all(
    [0, 1].map(() => sendReminders(at(7), { level: 1, invoiceIds: [invoice.id] }).catch(() => "refused")),
  );
  expect(outcomes.toSorted()).toEqual([1, "refused"]);
  expect(await mailsOf(ctx)).toHaveLength(1);
});

test("the form is one field per ticked box", () => {
  const id = "3b241101-e2bb-4255-8caf-4136c566a962";
  expect(sendRemindersInput.parse({ level: "1", [`relance-${id}`]: "on", "relance-x": "on", other: "1" })).toEqual({
    level: 1,
    invoiceIds: [id],
  });
  expect(sendRemindersInput.safeParse({ level: "1" }).error?.issues[0]?.message).toBe("Cochez au moins une facture.");
});
