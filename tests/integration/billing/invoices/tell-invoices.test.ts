import { eq } from "drizzle-orm";
import { expect } from "vitest";
import * as schema from "@/db/schema";
import { tellInvoices } from "@/lib/billing/invoices/tell-invoices";
import { test } from "../../../support/database";
import { aHousehold, guardianOf } from "../../../support/factories";

test("tells who receives the bills, or every guardian where nobody is named, once", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  const [one, two] = [await guardianOf(ctx, household), await guardianOf(ctx, household)];
  const tell = async () => {
    await ctx.db.delete(schema.emails);
    const told = { id: crypto.randomUUID(), householdId: household.id };
    await tellInvoices(ctx, [told]);
    await tellInvoices(ctx, [told]);
    return ctx.db.select().from(schema.emails);
  };
  expect(await tell()).toHaveLength(2);

  await ctx.db
    .update(schema.householdMembers)
    .set({ isAccountHolder: true })
    .where(eq(schema.householdMembers.personId, two.actor.personId));
  const [only, ...others] = await tell();
  expect(others).toEqual([]);
  const [account] = await ctx.db.select().from(schema.accounts).where(eq(schema.accounts.id, two.actor.accountId));
  expect(only?.recipient).toBe(account?.email);
  expect(one.actor.accountId).not.toBe(two.actor.accountId);

  await ctx.db.update(schema.accounts).set({ disabledAt: ctx.now });
  expect(await tell()).toEqual([]);
});
