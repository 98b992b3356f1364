import { expect } from "vitest";
import { giveCode } from "@/lib/accounts/second-factor/give-code";
import { renewRecoveryCodes } from "@/lib/accounts/second-factor/renew-recovery-codes";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { later } from "../../auth/people";
import { anEnrolledAgent, codeAt } from "./agent";

test("ten new codes replace the ten before, against a code of the application", async ({ ctx }) => {
  const { agent, key, codes, token } = await anEnrolledAgent(ctx, hashToken);
  const now = later(agent, 2);

  await expect(renewRecoveryCodes(now, { code: codes[0] ?? "" })).rejects.toMatchObject({ code: "wrong_code" });
  const renewed = await renewRecoveryCodes(now, { code: codeAt(key, now.now) });

  expect(renewed).toHaveLength(10);
  const give = async (code = "") => giveCode(now, { code, sessionId: hashToken(await token()) });
  await expect(give(codes[0])).rejects.toMatchObject({ code: "wrong_code" });
  await expect(give(renewed[0])).resolves.toBeDefined();
});
