import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, dataExports } from "@/db/schema";
import { finishExport } from "@/lib/accounts/exports/finish-export";
import { requestExport } from "@/lib/accounts/exports/request-export";
import { makeExport } from "@/lib/reporting/data-export/make-export";
import { test } from "../../../support/database";
import { guardianOf } from "../../../support/factories";
import { aFamily, aMadeExport } from "../../reporting/data-export/copies";

test("made twice, it is made once; who has left meanwhile gets none", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const exportId = await aMadeExport(ctx, guardian, household.id);
  await makeExport(ctx, { exportId });
  expect(await finishExport(ctx, { exportId, storageKey: "x", healthOf: [] })).toBe(false);

  const gone = await guardianOf(ctx, household);
  await requestExport(gone, { householdId: household.id });
  await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, gone.actor.accountId));
  const [queued] = await ctx.db.select().from(dataExports).where(eq(dataExports.status, "queued"));
  await makeExport(ctx, { exportId: queued?.id ?? "" });
  expect(
    await ctx.db
      .select({ status: dataExports.status })
      .from(dataExports)
      .where(eq(dataExports.id, queued?.id ?? "")),
  ).toEqual([{ status: "failed" }]);
});
