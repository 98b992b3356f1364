import { expect } from "vitest";
import { emails } from "@/db/schema";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { submitSignUp } from "@/lib/accounts/sign-up/submit-sign-up";
import { newToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { aGuardianAccount, asVisitor, eventTypes } from "../../auth/people";
import { address, adult, aSentSignUp, children, complete, rowOf, templatesSent } from "./requests";

test("sends the request, its numbers written the same way, and confirms it", async ({ ctx }) => {
  const { token } = await aSentSignUp(ctx);

  expect(await rowOf(ctx, token)).toMatchObject({
    status: "submitted",
    email: "ines@exemple.fr",
    submittedAt: ctx.now,
    data: { adult: { phone: "+33612345678" }, address, children },
  });
  expect(await templatesSent(ctx)).toEqual(["sign-up-draft", "sign-up-received"]);
  expect(await eventTypes(ctx)).toEqual(["sign-up.submitted"]);
});

test("answers the same when the address has an account, which only its mailbox learns", async ({ ctx }) => {
  await aGuardianAccount(ctx, { email: adult.email });

  const { token } = await aSentSignUp(ctx);

  expect(await rowOf(ctx, token)).toMatchObject({ status: "submitted" });
  expect(await templatesSent(ctx)).toEqual(["account-exists", "sign-up-draft"]);
});

test.for([
  ["no child", { children: [] }],
  ["nine children", { children: Array(9).fill(children[0]) }],
  ["a child who is an adult", { children: [{ ...children[0], birthDate: "2001-01-01" }] }],
  ["a birth in the future", { children: [{ ...children[0], birthDate: "2027-01-01" }] }],
  ["an adult who is a child", { adult: { ...adult, birthDate: "2019-05-20" } }],
  ["a number that nobody has", { adult: { ...adult, phone: "01 23" } }],
  ["half a postal code", { address: { ...address, postalCode: "592" } }],
  ["a title that does not exist", { adult: { ...adult, title: "dr" } }],
] as const)("refuses %s, and keeps what was typed", async ([, changes], { ctx }) => {
  const token = await saveSignUp(asVisitor(ctx), { token: undefined, draft: { ...complete, ...changes } as never });

  await expect(submitSignUp(asVisitor(ctx), { token, message: "" })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await rowOf(ctx, token)).toMatchObject({ status: "draft", data: changes });
});

test("sends once, however often the button is pressed", async ({ committed: ctx }) => {
  const token = await saveSignUp(asVisitor(ctx), { token: undefined, draft: complete });

  await Promise.all([1, 2, 3].map(() => submitSignUp(asVisitor(ctx), { token, message: "" })));

  expect(await ctx.db.select().from(emails)).toHaveLength(2);
});

test("refuses a request that does not exist", async ({ ctx }) => {
  await expect(submitSignUp(asVisitor(ctx), { token: newToken(), message: "" })).rejects.toMatchObject({
    code: "link_expired",
  });
});

test("takes five requests an hour from one address", async ({ ctx }) => {
  for (let i = 0; i < 5; i += 1) await aSentSignUp(ctx);
  await expect(aSentSignUp(ctx)).rejects.toMatchObject({ code: "too_many_attempts" });
});
