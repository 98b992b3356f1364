import { expect } from "vitest";
import { emailChanges } from "@/db/schema";
import { findOwnEmailChange } from "@/lib/accounts/email-change/queries";
import { requestEmailChange } from "@/lib/accounts/email-change/request-email-change";
import { test } from "../../../support/database";
import { aGuardianAccount, as, asVisitor, eventTypes, later, password } from "../../auth/people";
import { templatesSent } from "../sign-up/requests";
import { addressOf, aRequestedChange, keyIn, newEmail, recipientsOf } from "./changes";

test("writes to both mailboxes, and changes nothing yet", async ({ ctx }) => {
  const { account, holder } = await aRequestedChange(ctx);

  expect(await addressOf(ctx, account.id)).toBe(account.email);
  expect(await recipientsOf(ctx, "email-change-old")).toEqual([account.email]);
  expect(await recipientsOf(ctx, "email-change-new")).toEqual([newEmail]);
  expect(await findOwnEmailChange(holder)).toMatchObject({ newEmail, oldConfirmedAt: null, newConfirmedAt: null });
  expect(await eventTypes(ctx)).toContain("email-change.requested");
  const [change] = await ctx.db.select().from(emailChanges);
  expect(JSON.stringify(change)).not.toContain(await keyIn(ctx, "email-change-new"));
});

test("tells the holder of a taken address, and nobody else can see the difference", async ({ ctx }) => {
  await aGuardianAccount(ctx, { email: "prise@exemple.fr" });
  const { account, holder } = await aRequestedChange(ctx, "prise@exemple.fr");

  expect(await templatesSent(ctx)).toEqual(["email-change-old", "email-change-taken"]);
  expect(await recipientsOf(ctx, "email-change-taken")).toEqual(["prise@exemple.fr"]);
  expect(await findOwnEmailChange(holder)).toMatchObject({ newEmail: "prise@exemple.fr" });
  expect(await addressOf(ctx, account.id)).toBe(account.email);
});

test.for([
  ["a wrong password", { newEmail, currentPassword: "Autre-Mot-2026" }, "currentPassword"],
  ["one's own address", { newEmail: "parent@exemple.fr", currentPassword: password }, "newEmail"],
] as const)("refuses %s, under its field", async ([, input, field], { ctx }) => {
  const holder = as(ctx, await aGuardianAccount(ctx));
  await expect(requestEmailChange(holder, input)).rejects.toMatchObject({
    details: { fields: { [field]: [expect.any(String)] } },
  });
  expect(await ctx.db.select().from(emailChanges)).toEqual([]);
});

test("another request takes the place of the first, and lives 24 hours", async ({ ctx }) => {
  const { account } = await aRequestedChange(ctx);
  const again = as(later(ctx, 5), account);
  await requestEmailChange(again, { newEmail: "encore@exemple.fr", currentPassword: password });

  expect(await ctx.db.select().from(emailChanges)).toHaveLength(1);
  expect(await findOwnEmailChange(as(later(ctx, 24 * 60), account))).toMatchObject({ newEmail: "encore@exemple.fr" });
  expect(await findOwnEmailChange(as(later(ctx, 24 * 60 + 5), account))).toBeUndefined();
});

test("fills nobody's mailbox: six times in an hour is too many", async ({ ctx }) => {
  const { account } = await aRequestedChange(ctx);
  const ask = (minute: number) =>
    requestEmailChange(as(later(ctx, minute), account), { newEmail, currentPassword: password });
  for (const minute of [1, 2, 3, 4]) await ask(minute);
  await expect(ask(5)).rejects.toMatchObject({ code: "too_many_attempts" });
});

test("asks a stranger to sign in, and an observer to look only", async ({ ctx }) => {
  const input = { newEmail, currentPassword: password };
  await expect(requestEmailChange(asVisitor(ctx), input)).rejects.toMatchObject({ code: "unauthenticated" });
  const observer = { kind: "observer", accountId: "x", role: "admin", householdId: "y" } as const;
  await expect(requestEmailChange({ ...ctx, actor: observer }, input)).rejects.toMatchObject({ code: "observing" });
});
