import { asc, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { ledgerEntries, ledgerTransactions } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { postEntries } from "@/lib/ledger/post-entries";
import { test } from "../../support/database";
import { aHousehold, aRevenueOffice, guardianOf } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

async function anAccount(ctx: Context) {
  const household = await aHousehold(ctx);
  const office = await aRevenueOffice(ctx);
  return { householdId: household.id, revenueOfficeId: office.id };
}

const aPayment = {
  kind: "adjustment",
  reference: "adjustment:1",
  label: "Report de solde",
  debit: "loss",
  credit: "household",
  amountCents: 1240,
} as const;

/** The constraint that the database invoked against a change, made where it cannot spoil the rest of the test. */
const refusalOf = (ctx: Context, work: (ctx: Context) => Promise<unknown>): Promise<string | undefined> =>
  inTransaction(ctx, async (ctx) => {
    await work(ctx);
    await ctx.db.execute(sql`set constraints all immediate`);
    return "nothing";
  }).catch(violatedConstraint);

test("posts one event as two entries that sum to zero", async ({ ctx }) => {
  const account = await anAccount(ctx);

  await postEntries(ctx, { ...account, ...aPayment });

  expect(await ctx.db.select().from(ledgerTransactions)).toMatchObject([
    { ...account, kind: "adjustment", reference: "adjustment:1", label: "Report de solde", at: ctx.now },
  ]);
  expect(await ctx.db.select().from(ledgerEntries).orderBy(asc(ledgerEntries.id))).toMatchObject([
    { account: "loss", householdId: null, revenueOfficeId: account.revenueOfficeId, amountCents: 1240 },
    { account: "household", ...account, amountCents: -1240 },
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("posts nothing for nothing", async ({ ctx }) => {
  await postEntries(ctx, { ...(await anAccount(ctx)), ...aPayment, amountCents: 0 });
  expect(await ctx.db.select().from(ledgerTransactions)).toEqual([]);
});

test("posts the same event once", async ({ ctx }) => {
  const account = await anAccount(ctx);
  await postEntries(ctx, { ...account, ...aPayment });
  const twice = refusalOf(ctx, (ctx) => postEntries(ctx, { ...account, ...aPayment, amountCents: 1 }));
  expect(await twice).toBe("ledger_transactions_reference_unique");
});

test("posts it once at the same moment as well", async ({ committed: ctx }) => {
  const account = await anAccount(ctx);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => inTransaction(ctx, (ctx) => postEntries(ctx, { ...account, ...aPayment }))),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await ctx.db.select().from(ledgerEntries)).toHaveLength(2);
});

test("is for the portal and for whoever keeps the régie's accounts", async ({ ctx }) => {
  const account = await anAccount(ctx);
  const guardian = await guardianOf(ctx, { id: account.householdId });
  await expect(postEntries(guardian, { ...account, ...aPayment })).rejects.toMatchObject({ code: "forbidden" });
  const visitor = { ...ctx, actor: { kind: "visitor" } } as const;
  await expect(postEntries(visitor, { ...account, ...aPayment })).rejects.toMatchObject({ code: "unauthenticated" });

  const officer = { kind: "agent", accountId: guardian.actor.accountId, role: "revenue_officer" } as const;
  await postEntries({ ...ctx, actor: officer }, { ...account, ...aPayment });
  expect(await ctx.db.select().from(ledgerTransactions)).toHaveLength(1);
});

describe("the database itself", () => {
  async function aTransaction(ctx: Context) {
    const account = await anAccount(ctx);
    await postEntries(ctx, { ...account, ...aPayment });
    const [transaction] = await ctx.db.select().from(ledgerTransactions);
    return { account, transactionId: transaction?.id ?? 0 };
  }

  test("refuses an entry that nothing balances", async ({ ctx }) => {
    const { account, transactionId } = await aTransaction(ctx);
    const entry = { transactionId, account: "household", ...account, amountCents: -100 } as const;
    expect(await refusalOf(ctx, ({ db }) => db.insert(ledgerEntries).values(entry))).toBe(
      "ledger_entries_balanced_check",
    );
  });

  test("refuses it at commit, and keeps nothing of the transaction", async ({ committed: ctx }) => {
    const { account, transactionId } = await aTransaction(ctx);
    const entry = { transactionId, account: "household", ...account, amountCents: -100 } as const;

    const unbalanced = ctx.db.insert(ledgerEntries).values(entry);

    expect(await unbalanced.catch(violatedConstraint)).toBe("ledger_entries_balanced_check");
    expect(await ctx.db.select().from(ledgerEntries)).toHaveLength(2);
  });

  test("refuses an entry of nothing, and an account without its household", async ({ ctx }) => {
    const { account, transactionId } = await aTransaction(ctx);
    const { revenueOfficeId } = account;
    const nothing = { transactionId, account: "bank", revenueOfficeId, amountCents: 0 } as const;
    expect(await refusalOf(ctx, ({ db }) => db.insert(ledgerEntries).values(nothing))).toBe(
      "ledger_entries_amount_check",
    );
    const nobody = { transactionId, account: "household", revenueOfficeId, amountCents: 5 } as const;
    expect(await refusalOf(ctx, ({ db }) => db.insert(ledgerEntries).values(nobody))).toBe(
      "ledger_entries_household_check",
    );
  });

  for (const change of [
    "update ledger_entries set amount_cents = 1",
    "delete from ledger_entries",
    "truncate ledger_entries",
    "update ledger_transactions set label = ''",
    "delete from ledger_transactions",
    "truncate ledger_transactions cascade",
  ]) {
    test(`refuses to change what is written: ${change}`, async ({ ctx }) => {
      await aTransaction(ctx);
      await ctx.db.execute(sql`set constraints all immediate`); // as after a commit
      const refusal = await refusalOf(ctx, ({ db }) => db.execute(sql.raw(change)));
      expect(refusal).toMatch(/^ledger_(entries|transactions)_append_only$/);
    });
  }
});
