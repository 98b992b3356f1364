import { expect } from "vitest";
import { auditEvents, dayClosings } from "@/db/schema";
import { cancelReceipt } from "@/lib/billing/counter/cancel-receipt";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { DepositSlipDocument } from "@/lib/billing/office/deposit-slip-document";
import { getDepositSlip, listClosings, listOpenDays } from "@/lib/billing/office/queries/closings";
import { drawPdf } from "@/lib/billing/receipts/draw-pdf";
import type { Context } from "@/lib/core/context";
import { plainBrand } from "@/lib/organization/queries/print-brand";
import { cancelCounterPayment } from "@/lib/payments/cancel-counter-payment";
import { closeDay } from "@/lib/payments/close-day";
import { recordCounterPayment } from "@/lib/payments/record-counter-payment";
import type { Means } from "@/lib/payments/rules";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aHousehold, aRevenueOffice } from "../../support/factories";
import { pdfText } from "../../unit/billing/pdf-text";
import { aMemberOfStaff } from "../accounts/agents/staff";
import { aFamilyAtTheCounter } from "../billing/counter/at-the-counter";

async function aDesk(ctx: Context) {
  const [household, office, other] = [
    await aHousehold(ctx),
    await aRevenueOffice(ctx),
    await aRevenueOffice(ctx, "systempay"),
  ];
  const { agent } = await aMemberOfStaff(ctx, "revenue_officer");
  const take = async (means: Means, amountCents: number, revenueOfficeId = office.id) =>
    (await recordCounterPayment(agent, {
      submissionKey: crypto.randomUUID(),
      householdId: household.id,
      revenueOfficeId,
      means,
      detail: {},
      amountCents,
      subject: "Versement sur le compte",
    })) ?? "";
  return { office, other, agent, take };
}

test("freezes what each means brought, without what was withdrawn, and numbers the closings of a régie", async ({
  ctx,
}) => {
  const { office, other, agent, take } = await aDesk(ctx);
  await take("cash", 1500);
  await take("cash", 500);
  await take("cheque", 2000);
  await take("cheque", 9900, other.id);
  await cancelCounterPayment(agent, { paymentId: await take("cheque", 700), reason: "Sans signature" });

  const close = { revenueOfficeId: office.id, countedCash: "20", note: "" };
  const id = await closeDay(agent, close);
  await take("cash", 100);
  await closeDay(agent, { ...close, countedCash: "1" });

  const closings = await ctx.db.select().from(dayClosings).orderBy(dayClosings.number);
  expect(closings).toMatchObject([
    {
      id,
      number: 1,
      cashCents: 2000,
      countedCashCents: 2000,
      note: null,
      totals: [
        { means: "cash", count: 2, cents: 2000 },
        { means: "cheque", count: 1, cents: 2000 },
      ],
    },
    { number: 2, totals: [{ means: "cash", count: 1, cents: 100 }] },
  ]);
  const events = await ctx.db.select().from(auditEvents);
  expect(events.filter(({ type }) => type === "day.closed")).toHaveLength(2);
});

test("wants a note when the drawer differs, something to close, and the régisseur", async ({ ctx }) => {
  const { office, agent, take } = await aDesk(ctx);
  const { agent: biller } = await aMemberOfStaff(ctx, "billing_officer");
  const close = { revenueOfficeId: office.id, countedCash: "14,50", note: "" };
  expect(await codeOf(closeDay(agent, close))).toBe("nothing_to_close");
  await take("cash", 1500);

  await expect(closeDay(agent, close)).rejects.toMatchObject({ code: "invalid_input", details: { fields: {} } });
  expect(await codeOf(closeDay(biller, close))).toBe("forbidden");
  expect(await codeOf(closeDay(agent, { ...close, revenueOfficeId: crypto.randomUUID() }))).toBe("not_found");
  expect(await codeOf(closeDay(agent, { ...close, note: "Il manque 50 centimes." }))).toBe("done");
});

test("closes once when two agents close at the same moment", async ({ committed: ctx }) => {
  const { office, agent, take } = await aDesk(ctx);
  await take("cheque", 1500);
  const close = { revenueOfficeId: office.id, countedCash: "0", note: "" };

  const codes = await Promise.all([codeOf(closeDay(agent, close)), codeOf(closeDay(agent, close))]);
  expect(codes.sort()).toEqual(["done", "nothing_to_close"]);
});

test("its slip lists each quittance, and those withdrawn", async ({ ctx }) => {
  const { agent, account, paying } = await aFamilyAtTheCounter(ctx);
  const cheque = { chequeNumber: "12", chequeBank: "Banque", chequeIssuer: "C. Rousseau" };
  const kept = await collectPayment(agent, paying({ means: "cheque", ...cheque }));
  const gone = await collectPayment(agent, paying({ amount: "2" }));
  await cancelReceipt(agent, { paymentId: gone.paymentId, reason: "Erreur" });
  expect(await listOpenDays(agent)).toMatchObject([
    { count: 1, cents: 1050, cashCents: 0, byMeans: [{ means: "cheque", count: 1, cents: 1050 }] },
  ]);
  const id = await closeDay(agent, { revenueOfficeId: account.revenueOfficeId, countedCash: "0", note: "" });

  expect(await listOpenDays(agent)).toEqual([]);
  expect(await listClosings(agent)).toMatchObject([{ id, number: 1 }]);
  const slip = await getDepositSlip(agent, id);
  const text = pdfText(await drawPdf(DepositSlipDocument({ slip, brand: plainBrand })));
  for (const words of ["Bordereau de versement", kept.number, "n° 12, Banque", gone.number, "Annulée", "10,50"]) {
    expect(text).toContain(words);
  }
  const { agent: other } = await aMemberOfStaff(ctx, "family_officer");
  expect(await codeOf(getDepositSlip(other, id))).toBe("forbidden");
});
