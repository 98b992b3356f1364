import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { emails, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { approveRequests } from "@/lib/reservations/approvals/approve-requests";
import { decideDemandsInput, idsIn } from "@/lib/reservations/approvals/input";
import { refuseRequests } from "@/lib/reservations/approvals/refuse-requests";
import { aSiteManager } from "../../../support/absences";
import { aCart } from "../../../support/carts";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";

const manual = { approval: "manual" } as const;

test("refused for a reason that the family reads in the portal, not in the e-mail; its place is free", async ({
  ctx,
}) => {
  const { household, occurrence } = await aCart(ctx, { activity: manual });
  const agent = await aSiteManager(ctx, household);
  const [request] = await ctx.db.select().from(reservations);

  await refuseRequests(agent, { ids: [request?.id ?? 0], reason: "Le dossier n’est pas complet." });

  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "refused", awaiting: null }]);
  const [freed] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(freed?.taken).toBe(0);
  const [change] = await ctx.db.select().from(reservationChanges).orderBy(desc(reservationChanges.id)).limit(1);
  expect(change).toMatchObject({ reason: "not_approved", note: "Le dossier n’est pas complet." });
  const mails = await ctx.db.select().from(emails).where(eq(emails.template, "requests-decided"));
  expect(JSON.stringify(mails)).not.toContain("dossier");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("two agents deciding the same thing: one does", async ({ committed: ctx }) => {
  const { household } = await aCart(ctx, { activity: manual });
  const agent = await aSiteManager(ctx, household);
  const [request] = await ctx.db.select().from(reservations);
  const ids = [request?.id ?? 0];
  const outcomes = await Promise.allSettled([
    refuseRequests(agent, { ids, reason: "Non." }),
    approveRequests(agent, ids),
    refuseRequests(agent, { ids, reason: "Non." }),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(refused).toEqual(["already_decided", "already_decided"]);
});

test("the form says what is ticked, and wants a reason for a refusal", () => {
  const form = { kind: "requests", decision: "accept", id: "x", r12: "on", r3: "on", r: "on" };
  const parsed = decideDemandsInput.parse(form);
  expect(idsIn(parsed)).toEqual([12, 3]);
  expect(decideDemandsInput.safeParse({ ...form, decision: "refuse" }).success).toBe(false);
  expect(decideDemandsInput.safeParse({ kind: "requests", decision: "accept" }).success).toBe(false);
});
