import { revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { gatewayColumns } from "./gateway-columns";
import type { RevenueOfficeInput } from "./input";

/** Adds a régie with its gateway; the shop's key is sealed before it is written. Returns its id. */
export async function createRevenueOffice(ctx: Context, input: RevenueOfficeInput): Promise<{ officeId: string }> {
  authorize(ctx, "catalogue:write");

  const { name, officerName, email } = input;
  const columns = gatewayColumns(input);
  return inTransaction(ctx, async (ctx) => {
    const [office] = await ctx.db
      .insert(revenueOffices)
      .values({ name, officerName, email, ...columns })
      .returning({ id: revenueOffices.id });
    if (!office) throw new DomainError("not_found");
    const { gateway, gatewaySettings } = columns;
    await recordEvent(ctx, {
      type: "revenue-office.created",
      subjectId: office.id,
      data: { name, officerName, gateway, gatewaySettings },
    });
    return { officeId: office.id };
  });
}
