import { and, asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { absences, auditEvents, documents, emails, reservationChanges, reservations } from "@/db/schema";
import { decideAbsence } from "@/lib/reservations/absences/decide-absence";
import { listWaitingAbsences } from "@/lib/reservations/absences/queries";
import { sendProof } from "@/lib/reservations/absences/send-proof";
import { anAbsence, aSiteManager } from "../../../support/absences";
import { balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { aPhoto } from "../../../support/files";
import { checkInvariants } from "../../../support/invariants";

test("excused: credited once, the waiting day stays charged, the proof is settled, the family is told", async ({
  ctx,
}) => {
  const { guardian, household, absenceId, account } = await anAbsence(ctx, { policy: { waitingDays: 1 } });
  const agent = await aSiteManager(ctx, household);
  await sendProof(guardian, { householdId: household.id, absenceId, fileName: "a.jpg", bytes: await aPhoto() });

  await decideAbsence(agent, { id: absenceId, decision: "accept" });

  const states = await ctx.db.select({ status: reservations.status }).from(reservations).orderBy(asc(reservations.id));
  expect(states).toEqual([{ status: "absent_charged" }, { status: "absent_excused" }]);
  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await ctx.db.select().from(absences)).toMatchObject([
    { status: "excused", decidedBy: agent.actor.accountId, decidedAt: ctx.now },
  ]);
  expect(await ctx.db.select().from(documents)).toMatchObject([{ status: "valid" }]);
  const mails = await ctx.db.select().from(emails).where(eq(emails.template, "absence-decided"));
  expect(mails.length).toBeGreaterThan(0);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "absence.excused"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("kept charged: with a reason that the family reads, and without a second message about the proof", async ({
  ctx,
}) => {
  const { guardian, household, absenceId, account } = await anAbsence(ctx);
  await sendProof(guardian, { householdId: household.id, absenceId, fileName: "a.jpg", bytes: await aPhoto() });

  const decision = { id: absenceId, decision: "refuse", reason: "Le certificat est d’un autre jour." } as const;
  await decideAbsence(await aSiteManager(ctx, household), decision);

  expect(await balanceOf(ctx, account)).toBe(0);
  const told = await ctx.db.select().from(reservationChanges).where(eq(reservationChanges.reason, "absence_refused"));
  expect(told).toMatchObject([{ note: decision.reason }, { note: decision.reason }]);
  expect(await ctx.db.select().from(documents)).toMatchObject([{ status: "rejected" }]);
  const refused = and(eq(emails.template, "document-refused"));
  expect(await ctx.db.select().from(emails).where(refused)).toEqual([]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("the queue shows what waits, and health only to those who may read it", async ({ ctx }) => {
  const { household, absenceId } = await anAbsence(ctx);
  const agent = await aSiteManager(ctx, household);
  const [waiting] = await listWaitingAbsences(agent);
  expect(waiting).toMatchObject({ id: absenceId, status: "awaiting_proof", places: [{ isCarence: false }, {}] });
  await decideAbsence(agent, { id: absenceId, decision: "accept" });
  expect(await listWaitingAbsences(agent)).toEqual([]);
});

test("refuses the second agent, a guardian, and an absence that is none", async ({ ctx }) => {
  const { guardian, household, absenceId } = await anAbsence(ctx);
  const agent = await aSiteManager(ctx, household);
  const decision = { id: absenceId, decision: "accept" } as const;
  await expect(decideAbsence(guardian, decision)).rejects.toMatchObject({ code: "forbidden" });
  await expect(decideAbsence(agent, { ...decision, id: household.id })).rejects.toMatchObject({ code: "not_found" });
  await decideAbsence(agent, decision);
  await expect(decideAbsence(agent, decision)).rejects.toMatchObject({ code: "already_decided" });
});

test("two agents at the same moment give the money back once", async ({ committed: ctx }) => {
  const { household, absenceId, account } = await anAbsence(ctx);
  const agent = await aSiteManager(ctx, household);
  const decision = { id: absenceId, decision: "accept" } as const;
  const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => decideAbsence(agent, decision)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await balanceOf(ctx, account)).toBe(600);
  expect(await checkInvariants(ctx)).toEqual([]);
});
