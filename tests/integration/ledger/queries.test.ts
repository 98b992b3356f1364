import { expect } from "vitest";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance, listAccounts, listBalances } from "@/lib/ledger/queries";
import { aCredit } from "../../support/carts";
import { test } from "../../support/database";
import { aHousehold, aRevenueOffice, guardianOf, later } from "../../support/factories";

test("a balance is what came in less what went out, at one régie", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const { id: revenueOfficeId } = await aRevenueOffice(ctx);
  const other = await aRevenueOffice(ctx, "systempay");
  const account = { householdId, revenueOfficeId };
  expect(await getBalance(ctx, account)).toBe(0);

  await aCredit(ctx, { ...account, cents: 1000 });
  await aCredit(ctx, { householdId, revenueOfficeId: other.id, cents: 50 });
  await postEntries(ctx, {
    ...account,
    kind: "booking",
    reference: "checkout:1",
    label: "Réservations prépayées",
    debit: "household",
    credit: "deferred_revenue",
    amountCents: 300,
  });

  expect(await getBalance(ctx, account)).toBe(700);
  expect(await listBalances(ctx, householdId)).toEqual([
    { revenueOfficeId, name: "Régie payfip", balanceCents: 700 },
    { revenueOfficeId: other.id, name: "Régie systempay", balanceCents: 50 },
  ]);
});

test("an account tells its movements, newest first, each with the balance after it", async ({ ctx }) => {
  const { id: householdId } = await aHousehold(ctx);
  const { id: revenueOfficeId } = await aRevenueOffice(ctx);
  await aCredit(ctx, { householdId, revenueOfficeId, cents: 1000 });
  await aCredit(later(ctx, 24 * 60), { householdId, revenueOfficeId, cents: 234 });

  const [account, ...others] = await listAccounts(ctx, householdId);

  expect(others).toEqual([]);
  expect(account).toMatchObject({ name: "Régie payfip", balanceCents: 1234 });
  expect(account?.movements).toMatchObject([
    { on: "2026-09-10", label: "Report de solde", amountCents: 234, balanceCents: 1234 },
    { on: "2026-09-09", label: "Report de solde", amountCents: 1000, balanceCents: 1000 },
  ]);
});

test("a family that never moved money has no account", async ({ ctx }) => {
  const { id } = await aHousehold(ctx);
  expect(await listAccounts(ctx, id)).toEqual([]);
});

test("a family sees its own money and nobody else's", async ({ ctx }) => {
  const [ours, theirs] = [await aHousehold(ctx), await aHousehold(ctx)];
  const { id: revenueOfficeId } = await aRevenueOffice(ctx);
  await aCredit(ctx, { householdId: theirs.id, revenueOfficeId, cents: 1000 });
  const guardian = await guardianOf(ctx, ours);

  expect(await getBalance(guardian, { householdId: ours.id, revenueOfficeId })).toBe(0);
  const account = { householdId: theirs.id, revenueOfficeId };
  await expect(getBalance(guardian, account)).rejects.toMatchObject({ code: "not_found" });
  await expect(listBalances(guardian, theirs.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(listAccounts(guardian, theirs.id)).rejects.toMatchObject({ code: "not_found" });
});
