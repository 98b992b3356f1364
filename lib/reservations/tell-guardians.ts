import { asSystem, type Context } from "@/lib/core/context";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";
import type { TemplateName, TemplatePayload } from "@/lib/notifications/templates";

type Told<Name extends TemplateName> = {
  householdId: string;
  template: Name;
  payload: TemplatePayload<Name>;
  /** Names the event; each guardian gets one message about it. */
  event: string;
};

/** Writes to every guardian of a household who has an account, once per event. Plumbing: the caller has authorized. */
export const tellGuardians = async <Name extends TemplateName>(
  ctx: Context,
  { householdId, template, payload, event }: Told<Name>,
): Promise<void> => {
  for (const { accountId, email } of await listGuardianAccounts(asSystem(ctx, "reservations"), [householdId])) {
    await notify(ctx, { template, recipient: email, payload, dedupeKey: `${event}:${accountId}` });
  }
};
