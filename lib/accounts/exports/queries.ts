import { and, desc, eq, gt, or } from "drizzle-orm";
import { dataExports } from "@/db/schema";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export type OwnExport = NonNullable<Awaited<ReturnType<typeof findOwnExport>>>;

/** The last copy that the actor asked for of a household, while it is being made or can be downloaded. */
export async function findOwnExport(ctx: Context, householdId: string) {
  const accountId = authorizeAccount(ctx);
  authorize(ctx, "household:read", { householdId });

  const [last] = await ctx.db
    .select({
      id: dataExports.id,
      status: dataExports.status,
      createdAt: dataExports.createdAt,
      expiresAt: dataExports.expiresAt,
    })
    .from(dataExports)
    .where(
      and(
        eq(dataExports.accountId, accountId),
        eq(dataExports.householdId, householdId),
        or(eq(dataExports.status, "queued"), gt(dataExports.expiresAt, ctx.now)),
      ),
    )
    .orderBy(desc(dataExports.createdAt))
    .limit(1);
  return last;
}

/** Whose copy is to be made, of what. */
export async function findQueuedExport(ctx: Context, exportId: string) {
  authorize(ctx, "jobs:run");

  const [row] = await ctx.db
    .select({ accountId: dataExports.accountId, householdId: dataExports.householdId })
    .from(dataExports)
    .where(and(eq(dataExports.id, exportId), eq(dataExports.status, "queued")));
  return row;
}
