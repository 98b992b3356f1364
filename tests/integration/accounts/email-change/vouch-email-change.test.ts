import { expect } from "vitest";
import { refuseEmailChange } from "@/lib/accounts/email-change/cancel-email-change";
import { confirmEmailChange } from "@/lib/accounts/email-change/confirm-email-change";
import { vouchEmailChange } from "@/lib/accounts/email-change/vouch-email-change";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aGuardianAccount, aHome, as, asVisitor } from "../../auth/people";
import { anOfficer } from "../sign-up/requests";
import { addressOf, keyIn, newEmail, recipientsOf } from "./changes";

const reason = "Pièce d’identité présentée au guichet.";

async function aVouchedChange(ctx: Context) {
  const account = await aGuardianAccount(ctx);
  const { personId, householdIds } = account;
  const input = { personId, householdId: householdIds[0] ?? "", newEmail, reason };
  const officer = await anOfficer(ctx);
  await vouchEmailChange(officer, input);
  return { account, input, officer };
}

test("leaves only the new mailbox to confirm, and tells the old one", async ({ ctx }) => {
  const { account } = await aVouchedChange(ctx);
  expect(await recipientsOf(ctx, "email-change-vouched")).toEqual([account.email]);
  expect(await addressOf(ctx, account.id)).toBe(account.email);

  const token = await keyIn(ctx, "email-change-new");
  expect(await confirmEmailChange(asVisitor(ctx), { token, sessionId: undefined })).toMatchObject({ isDone: true });
  expect(await addressOf(ctx, account.id)).toBe(newEmail);
});

test("the old mailbox, when it is not lost after all, stops it", async ({ ctx }) => {
  const { account } = await aVouchedChange(ctx);
  await refuseEmailChange(asVisitor(ctx), { token: await keyIn(ctx, "email-change-vouched") });
  const token = await keyIn(ctx, "email-change-new");
  expect(await codeOf(confirmEmailChange(asVisitor(ctx), { token, sessionId: undefined }))).toBe("link_expired");
  expect(await addressOf(ctx, account.id)).toBe(account.email);
});

test("is refused for a taken address, another household, and by who may not", async ({ ctx }) => {
  const { account, input, officer } = await aVouchedChange(ctx);
  await aGuardianAccount(ctx, { email: "prise@exemple.fr" });
  expect(await codeOf(vouchEmailChange(officer, { ...input, newEmail: "prise@exemple.fr" }))).toBe("address_taken");
  const elsewhere = await aHome(ctx, account.personId, "contact");
  expect(await codeOf(vouchEmailChange(officer, { ...input, householdId: elsewhere }))).toBe("not_found");
  expect(await codeOf(vouchEmailChange(as(ctx, account), input))).toBe("forbidden");
  const auditor = await anOfficer(ctx, "auditor", "elu@exemple.fr");
  expect(await codeOf(vouchEmailChange(auditor, input))).toBe("forbidden");
});
