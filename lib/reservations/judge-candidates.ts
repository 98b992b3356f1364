import { openingInWords } from "@/lib/catalogue/windows/rules";
import { ageOn } from "@/lib/core/calendar";
import { DomainError, type ErrorCode, sentenceOf } from "@/lib/core/errors";
import { deadlineInWords } from "@/lib/core/format-date";
import type { Candidate } from "./find-candidates";
import type { Refusal } from "./rules";
import { type Asking, missingInWords, refusalOf } from "./wishes/rules";

/** A candidate that passed: it has an occurrence and a price. */
export type Bookable = Candidate & {
  occurrence: NonNullable<Candidate["occurrence"]>;
  price: NonNullable<Candidate["price"]>;
};

/** Which candidates can be booked together, and why the others cannot. */
export function judgeCandidates(
  candidates: Candidate[],
  now: Date,
  asking?: Asking,
): { bookable: Bookable[]; refused: Judged[] } {
  const bookable: Bookable[] = [];
  const refusals: Judged[] = [];
  // Siblings of the same gesture want places as well.
  const wanted = new Map<number, number>();
  for (const candidate of candidates) {
    const id = candidate.occurrence?.id ?? 0;
    const code = judge(candidate, wanted.get(id) ?? 0, now, asking);
    if (code) refusals.push({ candidate, refusal: refused(candidate, code) });
    else {
      bookable.push(...withBoth(candidate));
      wanted.set(id, (wanted.get(id) ?? 0) + 1);
    }
  }
  return { bookable, refused: refusals };
}

/** Gives back the candidates when every one can be booked; throws an itemised refusal otherwise. */
export function assertBookable(candidates: Candidate[], now: Date, asking?: Asking): Bookable[] {
  const judged = judgeCandidates(candidates, now, asking);
  const refusals = judged.refused.map(({ refusal }) => refusal);
  refuse(candidates.length, refusals, "requests_refused");
  return judged.bookable;
}

/** Gives back the candidates when nothing but the lack of a place stands against any of them. */
export function assertWaitable(candidates: Candidate[], now: Date): Bookable[] {
  const refusals = candidates.flatMap((candidate) => {
    const code = judge(candidate, 0, now) ?? "place_available";
    return code === "slot_full" ? [] : [refused(candidate, code)];
  });
  refuse(candidates.length, refusals, "changes_refused");
  return candidates.flatMap(withBoth);
}

type Refused = Refusal & { code: ErrorCode };
export type Judged = { candidate: Candidate; refusal: Refused };

function judge(candidate: Candidate, wanted: number, now: Date, asking?: Asking): ErrorCode | undefined {
  const age = candidate.birthDate ? ageOn(candidate.birthDate, candidate.date) : null;
  const full = (candidate.left ?? 0) <= wanted;
  return refusalOf({ ...candidate, age, full, priced: candidate.price !== undefined }, now, asking);
}

const refused = (candidate: Candidate, code: ErrorCode): Refused => {
  const { childId, slotId, date } = candidate;
  return { childId, slotId, date, code, message: sentenceFor(code, candidate) };
};

/** The candidate, when it has an occurrence and a price. */
export const withBoth = ({ occurrence, price, ...candidate }: Candidate): Bookable[] =>
  occurrence && price ? [{ ...candidate, occurrence, price }] : [];

function refuse(wanted: number, refusals: Refused[], several: ErrorCode): void {
  const [refusal] = refusals;
  if (!refusal) return;
  if (wanted === 1) throw new DomainError(refusal.code, { message: refusal.message, refusals });
  throw new DomainError(several, { refusals });
}

function sentenceFor(code: ErrorCode, { occurrence, closedReason, papers }: Candidate): string {
  if (code === "document_missing" && papers) return missingInWords(papers);
  if (code === "slot_closed" && closedReason) return `Le service est fermé ce jour-là : ${closedReason}.`;
  if (code === "booking_not_open" && occurrence?.opensAt) return `${openingInWords(occurrence.opensAt.getTime())}.`;
  if (code === "booking_closed" && occurrence) {
    return `Le délai de réservation est dépassé : c’était possible jusqu’au ${deadlineInWords(occurrence.closesAt)}.`;
  }
  return sentenceOf(code);
}
