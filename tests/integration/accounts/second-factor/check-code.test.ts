import { expect } from "vitest";
import { checkCode, countCode, lockFactor } from "@/lib/accounts/second-factor/check-code";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { anAgentSigningIn, anEnrolledAgent, codeAt } from "./agent";

const seconds = <C extends { now: Date }>(ctx: C, count: number): C => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + count * 1000),
});

test("a code serves once, and none of those before it", async ({ ctx }) => {
  const { agent, key } = await anEnrolledAgent(ctx, hashToken);
  const later = seconds(agent, 90);

  await checkCode(later, codeAt(key, later.now));

  for (const code of [codeAt(key, later.now), codeAt(key, seconds(later, -30).now), codeAt(key, ctx.now)]) {
    await expect(checkCode(later, code)).rejects.toMatchObject({ code: "wrong_code" });
  }
});

test("a clock may be one step off either way, not two", async ({ ctx }) => {
  const { agent, key } = await anEnrolledAgent(ctx, hashToken);
  const later = seconds(agent, 300);
  await expect(checkCode(later, codeAt(key, seconds(later, -61).now))).rejects.toMatchObject({ code: "wrong_code" });
  await expect(checkCode(later, codeAt(key, seconds(later, 61).now))).rejects.toMatchObject({ code: "wrong_code" });
  await checkCode(later, codeAt(key, seconds(later, -30).now));
  await checkCode(later, ` ${codeAt(key, seconds(later, 30).now).replace(/^.../, "$& ")}`);
});

test("nobody has a code before a key", async ({ ctx }) => {
  const { agent } = await anAgentSigningIn(ctx);
  await expect(checkCode(agent, "123456")).rejects.toMatchObject({ code: "wrong_code" });
  expect(await lockFactor(agent)).toMatchObject({ sealed: null, confirmedAt: null });
});

test("the sixth try in a quarter of an hour waits", async ({ ctx }) => {
  const { agent } = await anAgentSigningIn(ctx);
  for (let i = 0; i < 5; i += 1) await countCode(agent);
  await expect(countCode(agent)).rejects.toMatchObject({ code: "too_many_attempts" });
});
