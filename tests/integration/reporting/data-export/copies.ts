import { eq } from "drizzle-orm";
import { dataExports } from "@/db/schema";
import { readExport } from "@/lib/accounts/exports/read-export";
import { requestExport } from "@/lib/accounts/exports/request-export";
import type { Context } from "@/lib/core/context";
import { makeExport } from "@/lib/reporting/data-export/make-export";
import { aChild, aHousehold, anOrganization, guardianOf } from "../../../support/factories";
import { unzip } from "../../../support/unzip";

export async function aFamily(ctx: Context) {
  await anOrganization(ctx);
  const household = await aHousehold(ctx);
  const child = await aChild(ctx, household);
  return { household, child, guardian: await guardianOf(ctx, household) };
}

export async function aMadeExport(ctx: Context, guardian: Context, householdId: string): Promise<string> {
  await requestExport(guardian, { householdId });
  const [queued] = await ctx.db
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(eq(dataExports.status, "queued"));
  await makeExport(ctx, { exportId: queued?.id ?? "" });
  return queued?.id ?? "";
}

export async function archiveOf(ctx: Context, exportId: string): Promise<Map<string, Buffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await readExport(ctx, exportId)) pieces.push(piece);
  return unzip(Buffer.concat(pieces));
}
