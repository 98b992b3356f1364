import { asSystem, type Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";

type Told = { id: string; householdId: string | null; activity: string };
type Outcome = "received" | "approved" | "refused" | "incomplete";

/** Writes to the guardians of the household that asked; what is wrong with the request stays in the portal. */
export const tellFamily = async (
  ctx: Context,
  { id, householdId, activity }: Told,
  outcome: Outcome,
): Promise<void> => {
  if (!householdId) return;
  for (const { accountId, email } of await listGuardianAccounts(asSystem(ctx, "enrollments"), [householdId])) {
    await notify(ctx, {
      template: "enrollment-decided",
      recipient: email,
      payload: { outcome, activity, url: `${env().appUrl}/inscriptions` },
      dedupeKey: `enrollment:${id}:${outcome}:${accountId}:${ctx.now.toISOString()}`,
    });
  }
};
