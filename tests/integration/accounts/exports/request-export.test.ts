import { expect } from "vitest";
import { dataExports } from "@/db/schema";
import { findOwnExport } from "@/lib/accounts/exports/queries";
import { requestExport } from "@/lib/accounts/exports/request-export";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aGuardianAccount, aHome, as, asVisitor, eventTypes } from "../../auth/people";

test("asks for a copy of one's own household, once at a time", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx);
  const holder = as(ctx, account);
  const householdId = account.householdIds[0] ?? "";
  await requestExport(holder, { householdId });
  await requestExport(holder, { householdId });

  expect(await ctx.db.select().from(dataExports)).toMatchObject([
    { accountId: account.id, householdId, status: "queued" },
  ]);
  expect(await findOwnExport(holder, householdId)).toMatchObject({ status: "queued" });
  expect(await eventTypes(ctx)).toContain("data-export.requested");
});

test("three times a day, no more", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx);
  const householdId = account.householdIds[0] ?? "";
  const ask = async () => {
    const code = await codeOf(requestExport(as(ctx, account), { householdId }));
    await ctx.db.update(dataExports).set({ status: "ready" });
    return code;
  };
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual(["done", "done", "done", "too_many_attempts"]);
});

test("nobody asks for another household, nor for someone else", async ({ ctx }) => {
  const account = await aGuardianAccount(ctx);
  const householdId = account.householdIds[0] ?? "";
  const other = await aGuardianAccount(ctx, { email: "autre@exemple.fr" });
  const contact = await aHome(ctx, account.personId, "contact");
  expect(await codeOf(requestExport(as(ctx, other), { householdId }))).toBe("not_found");
  expect(await codeOf(requestExport(as(ctx, account), { householdId: contact }))).toBe("not_found");
  expect(await codeOf(requestExport(asVisitor(ctx), { householdId }))).toBe("unauthenticated");
  const observer = { kind: "observer", accountId: other.id, role: "admin", householdId } as const;
  expect(await codeOf(requestExport({ ...ctx, actor: observer }, { householdId }))).toBe("observing");
});
