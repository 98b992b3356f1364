import { expect } from "vitest";
import { emails, recoveryCodes } from "@/db/schema";
import { beginEnrolment } from "@/lib/accounts/second-factor/begin-enrolment";
import { confirmEnrolment } from "@/lib/accounts/second-factor/confirm-enrolment";
import { getSecondFactor } from "@/lib/accounts/second-factor/queries";
import { findSession } from "@/lib/auth/queries";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { eventTypes } from "../../auth/people";
import { anAgentSigningIn, codeAt } from "./agent";

test("a first code puts it in force, opens the session under another token, and gives ten codes", async ({ ctx }) => {
  const { agent, token } = await anAgentSigningIn(ctx);
  const { key } = await beginEnrolment(agent);
  const before = await token();

  const { session, codes } = await confirmEnrolment(agent, {
    code: codeAt(key, ctx.now),
    sessionId: hashToken(before),
  });

  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  expect(await getSecondFactor(agent)).toEqual({ since: ctx.now, codesLeft: 10 });
  expect(await findSession(ctx, before)).toBeUndefined();
  expect(await findSession(ctx, session.token)).toMatchObject({ missing: undefined });
  expect(await eventTypes(ctx)).toEqual(["second-factor.enrolled"]);
  expect(await ctx.db.select({ template: emails.template }).from(emails)).toEqual([
    { template: "second-factor-enabled" },
  ]);
  const kept = await ctx.db.select().from(recoveryCodes);
  expect(JSON.stringify(kept)).not.toContain(codes[0]);
});

test("every other session of the agent then owes a code", async ({ ctx }) => {
  const { agent, token } = await anAgentSigningIn(ctx);
  const [here, elsewhere] = [await token(), await token()];
  expect(await findSession(ctx, elsewhere)).toMatchObject({ missing: undefined });
  const { key } = await beginEnrolment(agent);

  await confirmEnrolment(agent, { code: codeAt(key, ctx.now), sessionId: hashToken(here) });

  expect(await findSession(ctx, elsewhere)).toMatchObject({ missing: "code" });
});

test("a wrong code, or a second confirmation, changes nothing", async ({ ctx }) => {
  const { agent, token } = await anAgentSigningIn(ctx);
  const { key } = await beginEnrolment(agent);
  const [first, second] = [hashToken(await token()), hashToken(await token())];
  const confirm = (code: string, sessionId: string) => confirmEnrolment(agent, { code, sessionId });

  await expect(confirm("12345", first)).rejects.toMatchObject({ code: "wrong_code" });
  expect(await getSecondFactor(agent)).toEqual({ since: null, codesLeft: 0 });
  await confirm(codeAt(key, ctx.now), first);
  await expect(confirm(codeAt(key, ctx.now), second)).rejects.toMatchObject({ code: "already_enrolled" });
});
