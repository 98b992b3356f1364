import { expect } from "vitest";
import { auditEvents, consentTexts } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { answerConsent } from "@/lib/families/consents/answer-consent";
import { publishText } from "@/lib/families/consents/publish-text";
import { listConsents, listConsentTexts } from "@/lib/families/consents/queries";
import { listChildOutlines } from "@/lib/families/queries/child-outlines";
import { test } from "../../../support/database";
import { aChild, aHousehold, guardianOf } from "../../../support/factories";

const as = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "11111111-1111-4111-8111-111111111111", role },
});

const words = { kind: "bathing", text: "J’autorise mon enfant à se baigner.", version: 0 } as const;
const newWords = { ...words, text: "J’autorise mon enfant à se baigner, en piscine seulement.", version: 1 };

test("a new wording is asked again, and the earlier answer keeps its own", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  const { id: childId } = await aChild(ctx, household);
  const guardian = await guardianOf(ctx, household);
  const outline = async () => (await listChildOutlines(guardian, household.id))[0];

  await publishText(as(ctx, "admin"), words);
  await answerConsent(guardian, { childId, kind: "bathing", value: "granted", version: 1 });
  expect(await outline()).toMatchObject({ consentsAsked: 1, consentsAnswered: 1 });
  expect((await listConsentTexts(as(ctx, "admin"))).find(({ kind }) => kind === "bathing")).toMatchObject({
    granted: 1,
  });

  await publishText(as(ctx, "admin"), newWords);
  expect(await outline()).toMatchObject({ consentsAsked: 1, consentsAnswered: 0 });
  const [bathing] = await listConsents(guardian, childId);
  expect(bathing).toMatchObject({ version: 2, answers: [{ version: 1, value: "granted" }] });
  const events = await ctx.db.select().from(auditEvents);
  expect(events.filter(({ type }) => type === "consent-text.published")).toHaveLength(2);
});

test("the same words are no version, and two people do not write over each other", async ({ ctx }) => {
  await publishText(as(ctx, "admin"), words);
  await publishText(as(ctx, "admin"), { ...words, version: 1 });
  expect(await ctx.db.select().from(consentTexts)).toHaveLength(1);
  await expect(publishText(as(ctx, "admin"), { ...newWords, version: 0 })).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
  await expect(publishText(as(ctx, "family_officer"), newWords)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listConsentTexts(as(ctx, "site_manager"))).rejects.toMatchObject({ code: "forbidden" });
});
