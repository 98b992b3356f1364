import type { AbsencePolicy } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { declareAbsence } from "@/lib/reservations/absences/declare-absence";
import { aPaidCart } from "./carts";
import { guardianOf } from "./factories";

const asks: AbsencePolicy = { proofRequired: true, proofWithinHours: 48, waitingDays: 0, maxExcusedDays: null };

type Values = { policy?: Partial<AbsencePolicy>; dates?: string[] };

/** A child who has two paid evenings, both past their deadline: the 17th and the 18th, seen from the 16th at 10:00. */
export async function aSickChild(ctx: Context, { policy = {}, dates = ["2026-09-17", "2026-09-18"] }: Values = {}) {
  const family = await aPaidCart(ctx, { dates, activity: { absencePolicy: { ...asks, ...policy } } });
  const late = { ...ctx, now: new Date("2026-09-16T08:00:00Z") };
  const guardian = { ...family.guardian, now: late.now };
  const { household, child } = family;
  const days = { householdId: household.id, childId: child.id, from: dates[0] ?? "", to: dates.at(-1) ?? "" };
  return { ...family, guardian, late, days, illness: { ...days, reason: "illness" as const } };
}

/** The same once it is declared. */
export async function anAbsence(ctx: Context, values: Values = {}) {
  const family = await aSickChild(ctx, values);
  const declared = await declareAbsence(family.guardian, family.illness);
  return { ...family, declared, absenceId: declared.absenceId ?? "" };
}

/** An agent of the sites, who decides. */
export async function aSiteManager(ctx: Context, household: { id: string }) {
  const { actor } = await guardianOf(ctx, household);
  return { ...ctx, actor: { kind: "agent", accountId: actor.accountId, role: "site_manager" } as const };
}
