import { expect } from "vitest";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import { listOpenDays } from "@/lib/billing/office/queries/closings";
import { getRun, listRunHouseholds } from "@/lib/billing/runs/queries";
import { officeRulesInput } from "@/lib/billing/settings/input";
import { getOfficeRules } from "@/lib/billing/settings/queries";
import { usualOfficeRules } from "@/lib/billing/settings/rules";
import { saveOfficeRules } from "@/lib/billing/settings/save-office-rules";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aFamilyAtTheCounter } from "../counter/at-the-counter";
import { aCanteen, anEater, aRun, issued, officer } from "../invoices/bills";

const typed = {
  revenueOfficeId: "3b241101-e2bb-4255-8caf-4136c566a962",
  cashCeiling: "1 220",
  secondAgentAbove: "150,50",
  smallestInvoice: "5",
  firstReminderDays: "10",
  secondReminderDays: "20",
};

test("keeps what the act of a régie says, in the place of what is usual; the ceiling is told at the counter", async ({
  ctx,
}) => {
  const { account, agent: cashier, paying } = await aFamilyAtTheCounter(ctx);
  const { revenueOfficeId } = account;
  const agent = await officer(ctx);
  expect(await getOfficeRules(agent, revenueOfficeId)).toEqual(usualOfficeRules);

  await saveOfficeRules(agent, { ...officeRulesInput.parse({ ...typed, cashCeiling: "3" }), revenueOfficeId });
  await saveOfficeRules(agent, { ...officeRulesInput.parse({ ...typed, cashCeiling: "5" }), revenueOfficeId });
  expect(await getOfficeRules(agent, revenueOfficeId)).toEqual({
    cashCeilingCents: 500,
    secondAgentAboveCents: 15_050,
    smallestInvoiceCents: 500,
    firstReminderDays: 10,
    secondReminderDays: 20,
  });
  await collectPayment(cashier, paying({ means: "cash", amount: "6", invoiceIds: [] }));
  expect(await listOpenDays(cashier)).toMatchObject([{ cashCents: 600, ceilingCents: 500 }]);
});

test("the threshold of a titre is the régie's own", async ({ ctx }) => {
  const canteen = await aCanteen(ctx);
  await anEater(ctx, canteen);
  const agent = await officer(ctx);
  await saveOfficeRules(agent, {
    ...officeRulesInput.parse({ ...typed, smallestInvoice: "10,51" }),
    revenueOfficeId: canteen.revenueOfficeId,
  });
  const runId = await aRun(ctx, canteen, { carriesSmall: true });
  expect(await getRun(agent, runId)).toMatchObject({ alarms: { small: 1 }, carried: { households: 1 } });
  expect(await listRunHouseholds(agent, { runId, filter: "reportes", page: 1 })).toMatchObject({ found: 1 });
  expect(await issued(ctx, canteen, { carriesSmall: true })).toEqual([]);
});

test("refuses what makes no sense, and those who do not bill", async ({ ctx }) => {
  const fieldsOf = (values: object) => officeRulesInput.safeParse({ ...typed, ...values }).error?.issues[0]?.path;
  expect(fieldsOf({ secondReminderDays: "10" })).toEqual(["secondReminderDays"]);
  expect(fieldsOf({ cashCeiling: "beaucoup" })).toEqual(["cashCeiling"]);
  expect(officeRulesInput.parse({ ...typed, cashCeiling: "" }).cashCeiling).toBeNull();
  expect(officeRulesInput.parse(typed)).toMatchObject({ cashCeiling: 122_000, secondAgentAbove: 15_050 });

  const { revenueOfficeId } = await aCanteen(ctx);
  const rules = { ...officeRulesInput.parse(typed), revenueOfficeId };
  expect(await codeOf(saveOfficeRules(await officer(ctx, "revenue_officer"), rules))).toBe("forbidden");
  expect(await codeOf(saveOfficeRules(await officer(ctx), officeRulesInput.parse(typed)))).toBe("not_found");
});
