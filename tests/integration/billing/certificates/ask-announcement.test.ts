import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents } from "@/db/schema";
import { askAnnouncement } from "@/lib/billing/certificates/announcements/ask-announcement";
import { getAnnouncement } from "@/lib/billing/certificates/announcements/queries";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { aMemberOfStaff } from "../../accounts/agents/staff";

const waiting = async ({ db }: Context) =>
  (
    await db.execute<{ key: string }>(sql`select key from graphile_worker.jobs where key like 'announce-certificates%'`)
  ).map(({ key }) => key);

test("asks for the messages of a year that is over, with its trace, one job at a time", async ({ ctx }) => {
  const { agent: as } = await aMemberOfStaff(ctx, "billing_officer");
  expect(await getAnnouncement(as)).toEqual({ year: 2025, announcedOn: null });

  await askAnnouncement(as, { year: 2025 });
  await askAnnouncement(as, { year: 2025 });

  expect(await waiting(ctx)).toEqual(["announce-certificates:2025"]);
  expect(await ctx.db.$count(auditEvents)).toBe(2);
  expect(await getAnnouncement(as)).toEqual({ year: 2025, announcedOn: "2026-09-09" });
});

test("refuses a year whose sums still change, and who does not bill", async ({ ctx }) => {
  const { agent: as } = await aMemberOfStaff(ctx, "billing_officer");
  await expect(askAnnouncement(as, { year: 2026 })).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { year: [expect.stringContaining("pas terminée")] } },
  });
  const auditor = await aMemberOfStaff(ctx, "auditor");
  await expect(askAnnouncement(auditor.agent, { year: 2025 })).rejects.toMatchObject({ code: "forbidden" });
  expect(await waiting(ctx)).toEqual([]);
});
