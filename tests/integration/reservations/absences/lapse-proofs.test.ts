import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { absences, auditEvents, emails, reservationChanges, reservations } from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";
import { decideAbsence } from "@/lib/reservations/absences/decide-absence";
import { lapseProofs } from "@/lib/reservations/absences/lapse-proofs";
import { listWaitingAbsences } from "@/lib/reservations/absences/queries";
import { sendProof } from "@/lib/reservations/absences/send-proof";
import { getDay } from "@/lib/reservations/queries/day";
import { anAbsence, aSiteManager } from "../../../support/absences";
import { balanceOf } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aPhoto } from "../../../support/files";
import { checkInvariants } from "../../../support/invariants";

/** The proof of the 18th may come until the 20th at the end of the day. */
const due = new Date("2026-09-20T22:00:00Z");
const over = addMinutes(due, 15);

test("without its proof an absence stays charged: it leaves the agents' work, and the family is told once", async ({
  ctx,
}) => {
  const { household, guardian, cell, account } = await anAbsence(ctx);

  expect(await lapseProofs({ ...ctx, now: addMinutes(over, -1) })).toBe(0);
  expect(await lapseProofs({ ...ctx, now: over })).toBe(1);
  expect(await lapseProofs({ ...ctx, now: over })).toBe(0);

  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "charged", decidedBy: null, decidedAt: over }]);
  const places = await ctx.db.select({ status: reservations.status }).from(reservations);
  expect(places).toEqual([{ status: "absent_charged" }, { status: "absent_charged" }]);
  const changes = await ctx.db.select().from(reservationChanges).where(eq(reservationChanges.reason, "proof_missing"));
  expect(changes).toMatchObject([{ actorKind: "system" }, { actorKind: "system" }]);
  expect(await balanceOf(ctx, account)).toBe(0);
  expect(await ctx.db.select().from(emails).where(eq(emails.template, "absence-unproven"))).toHaveLength(1);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "absence.unproven"))).toHaveLength(1);
  const day = await getDay({ ...guardian, now: over }, { householdId: household.id, date: cell.date });
  expect(day.lines[0]?.children[0]?.history?.at(-1)).toContain("Justificatif non reçu à temps");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("an agent may still excuse it for a month, once; one whose proof has come waits for them", async ({ ctx }) => {
  const { household, guardian, absenceId, account } = await anAbsence(ctx);
  const agent = { ...(await aSiteManager(ctx, household)), now: addMinutes(over, 24 * 60) };
  await lapseProofs({ ...ctx, now: over });
  expect(await listWaitingAbsences(agent)).toMatchObject([{ id: absenceId, status: "charged", hasProof: false }]);
  expect(await listWaitingAbsences({ ...agent, now: addMinutes(over, 31 * 24 * 60) })).toEqual([]);

  await decideAbsence(agent, { id: absenceId, decision: "accept" });

  expect(await balanceOf(ctx, account)).toBe(600);
  expect(await listWaitingAbsences(agent)).toEqual([]);
  expect(await codeOf(decideAbsence(agent, { id: absenceId, decision: "refuse", reason: "Non." }))).toBe(
    "already_decided",
  );
  await expect(lapseProofs(guardian)).rejects.toMatchObject({ code: "forbidden" });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("a proof that has come is never too late to be decided", async ({ ctx }) => {
  const { household, guardian, absenceId } = await anAbsence(ctx);
  await sendProof(guardian, { householdId: household.id, absenceId, fileName: "a.jpg", bytes: await aPhoto() });
  expect(await lapseProofs({ ...ctx, now: addMinutes(over, 100_000) })).toBe(0);
  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "to_review" }]);
});

test("the job and an agent at the same moment: the money comes back once, or not at all", async ({
  committed: ctx,
}) => {
  const { household, absenceId, account } = await anAbsence(ctx);
  const agent = { ...(await aSiteManager(ctx, household)), now: over };
  const job = { ...ctx, now: over };
  const [, , decided] = await Promise.all([
    lapseProofs(job),
    lapseProofs(job),
    codeOf(decideAbsence(agent, { id: absenceId, decision: "accept" })),
  ]);
  expect(decided).toBe("done");
  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "excused", decidedBy: agent.actor.accountId }]);
  expect(await balanceOf(ctx, account)).toBe(600);
  expect(await lapseProofs(job)).toBe(0);
  expect(await checkInvariants(ctx)).toEqual([]);
});
