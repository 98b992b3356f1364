import { and, eq, isNotNull, isNull, lt, ne, notInArray, or } from "drizzle-orm";
import { documents } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import type { ReviewDocumentInput } from "./input";
import { listGuardianAccounts } from "./queries";

/**
 * Accepts a document until a date, or refuses it for a reason that the family reads; the first agent decides. One that is
 * judged along with something else, of which the family hears, does not stand alone.
 */
export async function reviewDocument(
  ctx: Context,
  input: ReviewDocumentInput,
  { standsAlone = true } = {},
): Promise<void> {
  authorize(ctx, "documents:review");
  const isAccepted = input.decision === "accept";
  const validUntil = isAccepted && input.validUntil ? input.validUntil : null;
  if (validUntil && validUntil < dateOf(ctx.now)) {
    throw new DomainError("invalid_input", { fields: { validUntil: ["Cette date est passée."] } });
  }

  await inTransaction(ctx, async (ctx) => {
    const waiting = await lockWaiting(ctx, input.id);
    const { householdId } = waiting;
    await ctx.db
      .update(documents)
      .set({
        status: isAccepted ? "valid" : "rejected",
        reason: isAccepted ? null : input.reason,
        validUntil,
        reviewedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
        reviewedAt: ctx.now,
      })
      .where(eq(documents.id, input.id));
    const type = isAccepted ? "document.accepted" : "document.refused";
    await recordEvent(ctx, { type, subjectId: input.id, householdId, data: validUntil ? { validUntil } : undefined });
    if (isAccepted && standsAlone) await replaceOlder(ctx, input.id, waiting, validUntil);
    if (!isAccepted && standsAlone) await tellRefusal(ctx, input.id, householdId);
  });
}

async function lockWaiting(ctx: Context, documentId: string) {
  const [document] = await ctx.db
    .select({
      householdId: documents.householdId,
      personId: documents.personId,
      kind: documents.kind,
      isHealth: documents.isHealth,
      status: documents.status,
    })
    .from(documents)
    .where(and(eq(documents.id, documentId), isNull(documents.removedAt)))
    .for("update");
  if (!document) throw new DomainError("not_found");
  if (document.isHealth) authorize(ctx, "health:read", document);
  if (document.status !== "to_review") throw new DomainError("already_decided");
  return document;
}

type Waiting = Awaited<ReturnType<typeof lockWaiting>>;

/** What was refused, or ends earlier, has its successor; two pages of one paper, good until the same day, stand together. */
async function replaceOlder(ctx: Context, id: string, { householdId, personId, kind }: Waiting, until: string | null) {
  const endsEarlier = until === null ? undefined : lt(documents.validUntil, until);
  await ctx.db
    .update(documents)
    .set({ replacedAt: ctx.now })
    .where(
      and(
        eq(documents.householdId, householdId),
        personId ? eq(documents.personId, personId) : isNull(documents.personId),
        eq(documents.kind, kind),
        notInArray(documents.kind, ["other", "photo", "judgment"]),
        ne(documents.id, id),
        isNull(documents.removedAt),
        isNull(documents.replacedAt),
        or(
          eq(documents.status, "rejected"),
          and(eq(documents.status, "valid"), isNotNull(documents.validUntil), endsEarlier),
        ),
      ),
    );
}

/** The reason stays in the portal: it may speak of health. */
async function tellRefusal(ctx: Context, documentId: string, householdId: string): Promise<void> {
  for (const { accountId, email } of await listGuardianAccounts(asSystem(ctx, "documents"), [householdId])) {
    await notify(ctx, {
      template: "document-refused",
      recipient: email,
      payload: { url: `${env().appUrl}/documents` },
      dedupeKey: `document-refused:${documentId}:${accountId}`,
    });
  }
}
