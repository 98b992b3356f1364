import { and, eq, gt } from "drizzle-orm";
import { dataExports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { openFile } from "@/lib/documents/files/seal-file";

/** The bytes of a copy, for whoever asked for it and nobody else, while it is kept; each download leaves a trace. */
export async function readExport(ctx: Context, exportId: string): Promise<AsyncIterable<Uint8Array>> {
  const accountId = authorizeAccount(ctx);
  assertUuid(exportId);
  const [made] = await ctx.db
    .select({ storageKey: dataExports.storageKey, householdId: dataExports.householdId })
    .from(dataExports)
    .where(
      and(
        eq(dataExports.id, exportId),
        eq(dataExports.accountId, accountId),
        eq(dataExports.status, "ready"),
        gt(dataExports.expiresAt, ctx.now),
      ),
    );
  if (!made?.storageKey) throw new DomainError("not_found");
  const { storageKey, householdId } = made;
  const stillTheirs = ctx.actor.kind === "guardian" && ctx.actor.householdIds.includes(householdId);
  if (!stillTheirs) throw new DomainError("not_found");
  await recordEvent(ctx, { type: "data-export.downloaded", subjectId: exportId, householdId });
  return openFile(storageKey, await fileStorage().getStream(storageKey));
}
