import { expect } from "vitest";
import { emails, signUps } from "@/db/schema";
import { findOwnSignUp } from "@/lib/accounts/sign-up/queries";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { newToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { asVisitor } from "../../auth/people";
import { address, adult, aSentSignUp, children, templatesSent } from "./requests";

test("keeps each step under a token of which the database has only the hash", async ({ ctx }) => {
  const visitor = asVisitor(ctx);
  const token = await saveSignUp(visitor, { token: undefined, draft: { adult } });
  expect(await saveSignUp(visitor, { token, draft: { address } })).toBe(token);
  expect(await saveSignUp(visitor, { token, draft: { children } })).toBe(token);

  expect(await findOwnSignUp(visitor, token)).toMatchObject({
    status: "draft",
    email: "ines@exemple.fr",
    data: { adult, address, children },
  });
  expect(JSON.stringify(await ctx.db.select().from(signUps))).not.toContain(token);
});

test("keeps what is not right yet, and writes to nobody before the step is complete", async ({ ctx }) => {
  const token = await saveSignUp(asVisitor(ctx), {
    token: undefined,
    draft: { adult: { firstName: "I", email: "ines@exemple.fr", phone: "06" } },
  });

  expect(await findOwnSignUp(ctx, token)).toMatchObject({ email: null, data: { adult: { phone: "06" } } });
  expect(await ctx.db.select().from(emails)).toEqual([]);
});

test("sends the link once per address, and three times an hour at most", async ({ ctx }) => {
  const visitor = asVisitor(ctx);
  const token = await saveSignUp(visitor, { token: undefined, draft: { adult } });
  await saveSignUp(visitor, { token, draft: { adult } });
  await saveSignUp(visitor, { token, draft: { address } });
  expect(await templatesSent(ctx)).toEqual(["sign-up-draft"]);

  for (let i = 0; i < 5; i += 1) await saveSignUp(visitor, { token: undefined, draft: { adult } });
  expect(await templatesSent(ctx)).toHaveLength(3);
});

test.for([undefined, "faux", newToken()])("begins anew with a token that is none (%s)", async (token, { ctx }) => {
  const own = await saveSignUp(asVisitor(ctx), { token, draft: { address } });
  expect(own).not.toBe(token);
  expect(await findOwnSignUp(ctx, own)).toMatchObject({ data: { address } });
});

test("changes nothing in a request that was sent", async ({ ctx }) => {
  const { token } = await aSentSignUp(ctx);
  await expect(saveSignUp(asVisitor(ctx), { token, draft: { children: [] } })).rejects.toMatchObject({
    code: "sign_up_sent",
  });
});
