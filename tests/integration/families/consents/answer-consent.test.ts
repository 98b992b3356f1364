import { expect } from "vitest";
import { consentTexts, guardianships } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { answerConsent } from "@/lib/families/consents/answer-consent";
import { listConsents } from "@/lib/families/consents/queries";
import { test } from "../../../support/database";
import { aSharedChild, asAgent } from "../shared-child";

const aText = ({ db, now }: Context, version: number) =>
  db.insert(consentTexts).values({
    kind: "leave_alone",
    version,
    text: `J’autorise mon enfant à rentrer seul (${version}).`,
    createdAt: now,
  });

test("nobody answered, then one grants, then the other refuses: the last counts, the history stays", async ({
  ctx,
}) => {
  await aText(ctx, 1);
  const { child, mother, father } = await aSharedChild(ctx);
  const answer = { childId: child.id, kind: "leave_alone", version: 1 } as const;
  expect(await listConsents(mother, child.id)).toMatchObject([{ kind: "leave_alone", version: 1, answers: [] }]);

  await answerConsent(mother, { ...answer, value: "granted", detail: "à 17 h 30" });
  await answerConsent({ ...father, now: new Date(ctx.now.getTime() + 1000) }, { ...answer, value: "refused" });
  const [consent] = await listConsents(mother, child.id);
  expect(consent?.answers).toMatchObject([
    { value: "refused", by: "Cédric Rousseau", version: 1 },
    { value: "granted", detail: "à 17 h 30", at: ctx.now },
  ]);
});

test("an answer to a text that has changed is asked again", async ({ ctx }) => {
  await aText(ctx, 1);
  await aText(ctx, 2);
  const { child, mother } = await aSharedChild(ctx);
  const answer = { childId: child.id, kind: "leave_alone", value: "granted" } as const;
  await expect(answerConsent(mother, { ...answer, version: 1 })).rejects.toMatchObject({
    code: "consent_text_changed",
  });
  await answerConsent(mother, { ...answer, version: 2 });
  expect(await listConsents(mother, child.id)).toMatchObject([{ version: 2, text: expect.stringContaining("(2)") }]);
});

test("only who exercises parental authority answers, and only for their own child", async ({ ctx }) => {
  await aText(ctx, 1);
  const { child, mother, stranger } = await aSharedChild(ctx);
  const answer = { childId: child.id, kind: "leave_alone", value: "granted", version: 1 } as const;
  await ctx.db.insert(guardianships).values({
    adultId: mother.actor.personId,
    childId: child.id,
    relation: "step_parent",
    exercisesParentalAuthority: false,
  });
  await expect(answerConsent(mother, answer)).rejects.toMatchObject({ code: "no_parental_authority" });
  await expect(answerConsent(stranger, answer)).rejects.toMatchObject({ code: "not_found" });
  await expect(listConsents(stranger, child.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(answerConsent(asAgent(ctx, "auditor"), answer)).rejects.toMatchObject({ code: "forbidden" });
});
