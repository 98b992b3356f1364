import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dayInWords, deadlineInWords } from "@/lib/core/format-date";
import type { AbsenceDaysInput } from "./input";
import { assertDays, countedFrom, findMissable, latestProof, planAbsence } from "./plan-absence";
import type { AbsencePreview } from "./rules";

/** Says what declaring an absence would do to each service, and changes nothing. Refuses with `nothing_to_miss`. */
export async function previewAbsence(ctx: Context, input: AbsenceDaysInput): Promise<AbsencePreview> {
  authorize(ctx, "reservations:read", input);
  assertDays(input, ctx.now);

  const missed = await planAbsence(ctx, await findMissable(ctx, input), await countedFrom(ctx, input));
  if (missed.length === 0) throw new DomainError("nothing_to_miss");
  const lines = missed.map(({ outcome, place }) => ({
    label: `${place.slot}, ${dayInWords(place.date)}`,
    outcome,
    priceCents: place.priceCents,
    backCents: outcome === "cancel" || outcome === "excuse" ? place.paidCents : 0,
  }));
  const due = latestProof(missed);
  return {
    lines,
    backCents: lines.reduce((sum, { backCents }) => sum + backCents, 0),
    proofUntil: due && deadlineInWords(due),
  };
}
