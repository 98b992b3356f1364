import { and, eq, max } from "drizzle-orm";
import { consents, consentTexts, guardianships } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { authorizeChild } from "../authorize-child";
import type { AnswerConsentInput } from "./input";

/** Writes what a guardian answers to the text they read; the answers before it stay, with who gave them. */
export async function answerConsent(ctx: Context, input: AnswerConsentInput): Promise<void> {
  const { childId, kind, value, version, detail } = input;
  const { householdId } = await authorizeChild(ctx, "household:write", childId);
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  if (actor.kind === "guardian") await assertAuthority(ctx, actor.personId, childId);

  await inTransaction(ctx, async (ctx) => {
    const [text] = await ctx.db
      .select({ version: max(consentTexts.version) })
      .from(consentTexts)
      .where(eq(consentTexts.kind, kind));
    if (!text?.version) throw new DomainError("not_found");
    if (text.version !== version) throw new DomainError("consent_text_changed");

    const { accountId } = actor;
    await ctx.db
      .insert(consents)
      .values({ childId, kind, value, textVersion: version, detail: detail || null, accountId, at: ctx.now });
    await recordEvent(ctx, {
      type: value === "granted" ? "consent.granted" : "consent.refused",
      subjectId: childId,
      householdId,
      data: { kind, version },
    });
  });
}

/** A step-parent who manages the bookings does not decide for the child. */
async function assertAuthority({ db }: Context, adultId: string, childId: string): Promise<void> {
  const [tie] = await db
    .select({ decides: guardianships.exercisesParentalAuthority })
    .from(guardianships)
    .where(and(eq(guardianships.adultId, adultId), eq(guardianships.childId, childId)));
  if (tie && !tie.decides) throw new DomainError("no_parental_authority");
}
