import { expect } from "vitest";
import { certificates } from "@/db/schema";
import { makeCertificate } from "@/lib/billing/certificates/make-certificate";
import { verifyCertificate } from "@/lib/billing/certificates/verify-certificate";
import { collectPayment } from "@/lib/billing/counter/collect-payment";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { statementsOf } from "../../../support/statements";
import { asVisitor } from "../../auth/people";
import { aFamilyAtTheCounter } from "../counter/at-the-counter";

const [here, elsewhere] = ["203.0.113.7", "198.51.100.4"];

async function aCertificate(ctx: Context) {
  const { agent, account, guardian, paying } = await aFamilyAtTheCounter(ctx);
  await collectPayment(agent, paying({ amount: "10,50" }));
  await makeCertificate(guardian, "paiement", { foyer: account.householdId, du: "2026-09-01", au: "2026-09-30" });
  const [row] = await ctx.db.select().from(certificates);
  const right = { numero: row?.number ?? "", code: row?.code ?? "" };
  return { right, wrongCode: { ...right, code: "0".repeat(12) }, unknown: { ...right, numero: "ATP2026-99999" } };
}

test("a network that guesses is made to wait, and another one is not", async ({ ctx }) => {
  const { right, wrongCode } = await aCertificate(ctx);
  const visitor = asVisitor(ctx);
  for (let tries = 0; tries < 20; tries += 1) {
    expect(await verifyCertificate(visitor, wrongCode, here)).toBeUndefined();
  }
  await expect(verifyCertificate(visitor, right, here)).rejects.toMatchObject({
    code: "too_many_attempts",
    details: { message: "Trop d’essais. Réessayez dans 10\u00a0minutes." },
  });
  expect(await verifyCertificate(visitor, right, elsewhere)).toMatchObject({ number: right.numero });
});

test("an employer who checks many that are right is never made to wait", async ({ ctx }) => {
  const { right } = await aCertificate(ctx);
  for (let tries = 0; tries < 25; tries += 1) {
    expect(await codeOf(verifyCertificate(asVisitor(ctx), right, here))).toBe("done");
  }
});

test("a number that does not exist takes the same work as a wrong code", async ({ committed: ctx }) => {
  const { wrongCode, unknown } = await aCertificate(ctx);
  const work = (copied: typeof unknown) => statementsOf(ctx, () => verifyCertificate(asVisitor(ctx), copied, here));
  const statements = await work(unknown);
  expect(statements.some((statement) => statement.includes("certificates"))).toBe(true);
  expect(await work(wrongCode)).toEqual(statements);
});
