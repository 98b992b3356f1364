import { type GroupCondition, isOfGroup } from "@/lib/catalogue/facilities/rules";
import type { ErrorCode } from "@/lib/core/errors";

/** What a request is judged on. */
export type Wish = GroupCondition & {
  occurrence: { opensAt: Date | null; closesAt: Date; beginsAt: Date } | null;
  lateRequests: boolean;
  closedReason: string | null;
  live: boolean;
  enrolled: boolean;
  /** The custody schedule gives that moment to the child's other household. */
  elsewhere: boolean;
  /** Age on the day of the service; null when the birth date is unknown. */
  age: number | null;
  gradeLevel: string | null;
  full: boolean;
  priced: boolean;
  /** What must be sent before; null when nothing is, as always at the canteen. */
  papers: string[] | null;
};

/**
 * How a cell is asked for: in time; after the deadline, where the activity allows (handbook §3.1); or by an agent who
 * may go past the deadline.
 */
export type Asking = "in-time" | "late" | "anyway";

/** Why a cell cannot be requested, or undefined when it can. The first reason that the family can act upon comes first. */
export function refusalOf(wish: Wish, now: Date, asking: Asking = "in-time"): ErrorCode | undefined {
  const { occurrence, age, gradeLevel: grade } = wish;
  if (!occurrence || wish.closedReason !== null) return "slot_closed";
  if (wish.live) return "already_booked";
  if (!wish.enrolled) return "not_enrolled";
  if (wish.elsewhere) return "custody_other_household";
  if (!isOfGroup(wish, { age, grade })) return "wrong_age_group";
  const tooEarlyOrLate = refusalOfMoment({ ...wish, occurrence }, now, asking);
  if (tooEarlyOrLate) return tooEarlyOrLate;
  if (wish.papers) return "document_missing";
  if (wish.full) return "slot_full";
  if (!wish.priced) return "price_unknown";
  return undefined;
}

/** "Pour réserver, envoyez d’abord : Attestation d’assurance (Nahel). Vous le pourrez dès l’envoi." */
export const missingInWords = (papers: readonly string[]): string =>
  `Pour réserver, envoyez d’abord : ${papers.join(", ")}. C’est possible dès l’envoi, sans attendre la vérification.`;

type Dated = { occurrence: NonNullable<Wish["occurrence"]>; lateRequests: boolean };

function refusalOfMoment({ occurrence, lateRequests }: Dated, now: Date, asking: Asking): ErrorCode | undefined {
  if (occurrence.opensAt && now < occurrence.opensAt) return "booking_not_open";
  if (asking === "in-time") return now >= occurrence.closesAt ? "booking_closed" : undefined;
  if (now >= occurrence.beginsAt) return "service_begun";
  if (asking === "anyway") return undefined;
  if (!lateRequests) return "booking_closed";
  return now < occurrence.closesAt ? "books_in_time" : undefined;
}
