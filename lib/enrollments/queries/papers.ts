import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context } from "@/lib/core/context";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { type Asked, isToSend } from "@/lib/documents/rules";

type Wanted = { householdId: string; childId: string; kinds: readonly string[] };

/** What is asked of a child, of the adults or of the household, among the papers of an activity. */
export const papersAmong = (asked: readonly Asked[], { childId, kinds }: Omit<Wanted, "householdId">): Asked[] =>
  asked.filter(
    ({ requirement, member }) =>
      kinds.includes(requirement.kind) && (requirement.appliesTo !== "child" || member?.personId === childId),
  );

/** Whether every paper was sent, health included, whoever asks: what is still being checked counts. */
export async function isComplete(ctx: Context, { householdId, ...wanted }: Wanted): Promise<boolean> {
  authorize(ctx, "enrollments:read", { householdId });
  if (wanted.kinds.length === 0) return true;
  const { asked } = await getHouseholdDocuments(asSystem(ctx, "enrollments"), householdId);
  return papersAmong(asked, wanted).every(({ state }) => state === "expiring" || !isToSend(state));
}
