import { describe, expect } from "vitest";
import { emails } from "@/db/schema";
import { giveCode } from "@/lib/accounts/second-factor/give-code";
import { getSecondFactor } from "@/lib/accounts/second-factor/queries";
import { findSession } from "@/lib/auth/queries";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { later } from "../../auth/people";
import { anAgentSigningIn, anEnrolledAgent, codeAt } from "./agent";

describe("a session opened by a password alone", () => {
  test("owes a code, and is whole with it, under another token", async ({ ctx }) => {
    const { agent, key, token } = await anEnrolledAgent(ctx, hashToken);
    const half = await token();
    const now = later(agent, 2);
    expect(await findSession(ctx, half)).toMatchObject({ missing: "code" });

    const { token: whole } = await giveCode(now, { code: codeAt(key, now.now), sessionId: hashToken(half) });

    expect(await findSession(ctx, half)).toBeUndefined();
    expect(await findSession(now, whole)).toMatchObject({ missing: undefined, actor: { kind: "agent" } });
  });

  test("stays half open after a wrong code, a used one, or one of nobody", async ({ ctx }) => {
    const { agent, key, token } = await anEnrolledAgent(ctx, hashToken);
    const half = await token();
    for (const code of ["000000", codeAt(key, ctx.now), "abcde-fghjk", "1"]) {
      await expect(giveCode(agent, { code, sessionId: hashToken(half) })).rejects.toMatchObject({
        code: "wrong_code",
      });
    }
    expect(await findSession(ctx, half)).toMatchObject({ missing: "code" });
  });

  test("takes one code once, however many windows send it at the same moment", async ({ committed: ctx }) => {
    const { agent, key, token } = await anEnrolledAgent(ctx, hashToken);
    const now = later(agent, 2);
    const sessions = [hashToken(await token()), hashToken(await token()), hashToken(await token())];

    const tries = await Promise.allSettled(
      sessions.map((sessionId) => giveCode(now, { code: codeAt(key, now.now), sessionId })),
    );

    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("cannot be opened by a code of someone who has no second factor", async ({ ctx }) => {
    const { agent, token } = await anAgentSigningIn(ctx);
    const sessionId = hashToken(await token());
    await expect(giveCode(agent, { code: "123456", sessionId })).rejects.toMatchObject({ code: "wrong_code" });
  });

  test("is guessed five times, not more", async ({ ctx }) => {
    const { agent, key, token } = await anEnrolledAgent(ctx, hashToken);
    const sessionId = hashToken(await token());
    const give = (code: string) => giveCode(later(agent, 2), { code, sessionId });
    for (let i = 0; i < 5; i += 1) await expect(give("000000")).rejects.toMatchObject({ code: "wrong_code" });
    await expect(give(codeAt(key, later(ctx, 2).now))).rejects.toMatchObject({ code: "too_many_attempts" });
  });
});

describe("a recovery code", () => {
  test("opens once, however it is typed, and is told by mail", async ({ ctx }) => {
    const { agent, codes, token } = await anEnrolledAgent(ctx, hashToken);
    const [code = ""] = codes;
    const typed = code.replace("-", " ").toUpperCase();

    await giveCode(agent, { code: typed, sessionId: hashToken(await token()) });

    expect(await getSecondFactor(agent)).toMatchObject({ codesLeft: 9 });
    const sent = await ctx.db.select({ template: emails.template, payload: emails.payload }).from(emails);
    expect(sent).toContainEqual({ template: "recovery-code-used", payload: { codesLeft: 9 } });
    await expect(giveCode(agent, { code, sessionId: hashToken(await token()) })).rejects.toMatchObject({
      code: "wrong_code",
    });
  });
});
