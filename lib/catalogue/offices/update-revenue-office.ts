import { isDeepStrictEqual } from "node:util";
import { and, count, eq, inArray } from "drizzle-orm";
import { payments, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision, nextRevision } from "../lock-revision";
import { gatewayColumns } from "./gateway-columns";
import type { UpdateRevenueOfficeInput } from "./input";

/**
 * Changes a régie. Its gateway does not change while payments are on their way (`in_use`): their answers come under the
 * old one. Another shop, or the other mode, takes its own key.
 */
export async function updateRevenueOffice(ctx: Context, input: UpdateRevenueOfficeInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  const { officeId: id, revision, name, officerName, email } = input;
  const columns = gatewayColumns(input);
  const { gateway, gatewaySettings } = columns;
  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, revenueOffices, { id, revision });
    const [before] = await ctx.db
      .select({ gateway: revenueOffices.gateway, settings: revenueOffices.gatewaySettings })
      .from(revenueOffices)
      .where(eq(revenueOffices.id, id));
    const isOther = before?.gateway !== gateway || !isDeepStrictEqual(before.settings, gatewaySettings);
    if (isOther) await assertNothingOnItsWay(ctx, id);
    if (isOther && gateway === "systempay" && !input.key) {
      throw new DomainError("invalid_input", {
        fields: { key: ["Chaque boutique, et chaque mode, a sa propre clé : copiez-la depuis le back-office."] },
      });
    }
    await ctx.db
      .update(revenueOffices)
      .set({
        name,
        officerName,
        email,
        ...(gateway === "payfip" && { gatewaySecret: null }),
        ...columns,
        revision: nextRevision(revenueOffices),
      })
      .where(eq(revenueOffices.id, id));
    await recordEvent(ctx, {
      type: "revenue-office.updated",
      subjectId: id,
      data: { name, officerName, gateway, gatewaySettings, newKey: Boolean(input.key) },
    });
  });
}

async function assertNothingOnItsWay(ctx: Context, officeId: string): Promise<void> {
  const [open] = await ctx.db
    .select({ count: count() })
    .from(payments)
    .where(and(eq(payments.revenueOfficeId, officeId), inArray(payments.status, ["initiated", "pending"])));
  const waiting = open?.count ?? 0;
  if (waiting === 0) return;
  throw new DomainError("in_use", {
    message: `Des paiements sont en cours (${waiting}) : leur réponse viendra par l’ancien réglage. Changez de service de paiement quand ils seront terminés.`,
  });
}
