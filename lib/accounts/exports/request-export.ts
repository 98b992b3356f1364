import { and, eq } from "drizzle-orm";
import { dataExports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { countTry, type Limit } from "@/lib/auth/throttle";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { RequestExportInput } from "./input";

/** Making a copy takes the portal minutes of work. */
const perAccount: Limit = { name: "data-export", tries: 3, withinSeconds: 86_400, firstLockSeconds: 3600 };

/** Asks for a copy of everything about a household of one's own, made in the background; asked twice, it is made once. */
export async function requestExport(ctx: Context, { householdId }: RequestExportInput): Promise<void> {
  const accountId = authorizeAccount(ctx);
  if (ctx.actor.kind !== "guardian") throw new DomainError("forbidden");
  authorize(ctx, "household:read", { householdId });

  const waiting = and(
    eq(dataExports.accountId, accountId),
    eq(dataExports.householdId, householdId),
    eq(dataExports.status, "queued"),
  );
  if ((await ctx.db.$count(dataExports, waiting)) > 0) return;
  await countTry(ctx, perAccount, accountId);

  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(dataExports)
      .values({ accountId, householdId, createdAt: ctx.now })
      .returning({ id: dataExports.id });
    if (!row) throw new Error("The export was not written");
    await enqueue(ctx, "make-export", { exportId: row.id }, { jobKey: `export:${row.id}` });
    await recordEvent(ctx, { type: "data-export.requested", subjectId: row.id, householdId });
  });
}
