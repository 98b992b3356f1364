import { asc, desc, eq } from "drizzle-orm";
import { accounts, consents, consentTexts } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { authorizeChild } from "../authorize-child";
import { type ConsentKind, consentLabels } from "./rules";

export type ConsentView = Awaited<ReturnType<typeof listConsents>>[number];

/** Each consent with the text in force and its answers, last first; no answer means that nobody decided. */
export async function listConsents(ctx: Context, childId: string) {
  await authorizeChild(ctx, "household:read", childId);

  const [texts, answers] = await Promise.all([
    ctx.db
      .selectDistinctOn([consentTexts.kind], {
        kind: consentTexts.kind,
        version: consentTexts.version,
        text: consentTexts.text,
      })
      .from(consentTexts)
      .orderBy(asc(consentTexts.kind), desc(consentTexts.version)),
    ctx.db
      .select({
        kind: consents.kind,
        value: consents.value,
        version: consents.textVersion,
        detail: consents.detail,
        at: consents.at,
        by: accounts.displayName,
      })
      .from(consents)
      .leftJoin(accounts, eq(accounts.id, consents.accountId))
      .where(eq(consents.childId, childId))
      .orderBy(desc(consents.id)),
  ]);
  return (Object.keys(consentLabels) as ConsentKind[]).flatMap((kind) => {
    const text = texts.find((text) => text.kind === kind);
    return text ? [{ ...text, label: consentLabels[kind], answers: answers.filter((one) => one.kind === kind) }] : [];
  });
}
