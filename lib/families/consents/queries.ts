import { asc, desc, eq, sql } from "drizzle-orm";
import { accounts, consents, consentTexts } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
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

export type ConsentTextView = Awaited<ReturnType<typeof listConsentTexts>>[number];

/** Each consent with the text in force, those before it, and what families answered to the one in force. */
export async function listConsentTexts(ctx: Context) {
  authorize(ctx, "settings:write");

  const [texts, counts] = await Promise.all([
    ctx.db.select().from(consentTexts).orderBy(desc(consentTexts.version)),
    ctx.db.execute<{ kind: ConsentKind; version: number; granted: number; refused: number }>(sql`
      select kind, text_version as version, count(*) filter (where value = 'granted')::int as granted,
        count(*) filter (where value = 'refused')::int as refused
      from (select distinct on (child_id, kind) * from consents order by child_id, kind, id desc) last
      group by kind, text_version`),
  ]);
  return (Object.keys(consentLabels) as ConsentKind[]).map((kind) => {
    const [current, ...earlier] = texts.filter((text) => text.kind === kind);
    const answered = counts.find((count) => count.kind === kind && count.version === current?.version);
    return {
      kind,
      label: consentLabels[kind],
      current,
      earlier,
      granted: answered?.granted ?? 0,
      refused: answered?.refused ?? 0,
    };
  });
}
