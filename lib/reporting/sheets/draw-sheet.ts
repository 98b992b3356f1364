import { drawPdf } from "@/lib/billing/receipts/draw-pdf";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { findPrintBrand } from "@/lib/organization/queries/print-brand";
import { getRollCall } from "@/lib/reservations/attendance/queries";
import { SheetDocument } from "./sheet-document";

/** The sheet of a slot of a day as a PDF; its reading is traced with the list it is drawn from. */
export async function drawSheet(ctx: Context, slot: { slotId: number; date: CivilDate }): Promise<Buffer> {
  authorize(ctx, "attendance:write");

  const [view, organization, brand] = await Promise.all([
    getRollCall(ctx, slot),
    findOrganization(ctx),
    findPrintBrand(ctx),
  ]);
  if (!organization) throw new DomainError("not_found");
  return drawPdf(SheetDocument({ view, organization: organization.name, brand, drawnAt: ctx.now }));
}
