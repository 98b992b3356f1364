import { ageOn } from "@/lib/core/calendar";
import { DomainError, type ErrorCode, sentenceOf } from "@/lib/core/errors";
import { deadlineInWords } from "@/lib/core/format-date";
import type { Candidate } from "./find-candidates";
import { type Refusal, refusalOf } from "./rules";

/** A candidate that passed: it has an occurrence and a price. */
type Bookable = Candidate & {
  occurrence: NonNullable<Candidate["occurrence"]>;
  price: NonNullable<Candidate["price"]>;
};

/** Gives back the candidates when every one can be booked; throws an itemised refusal otherwise. */
export function assertBookable(candidates: Candidate[], now: Date): Bookable[] {
  const refusals: (Refusal & { code: ErrorCode })[] = [];
  const bookable: Bookable[] = [];
  for (const candidate of candidates) {
    const { occurrence, price, childId, slotId, date } = candidate;
    const age = candidate.birthDate ? ageOn(candidate.birthDate, date) : null;
    // Siblings of the same gesture want places as well.
    const wanted = bookable.filter((sibling) => sibling.occurrence.id === occurrence?.id).length;
    const full = (candidate.left ?? 0) <= wanted;
    const code = refusalOf({ ...candidate, age, full, priced: price !== undefined }, now);
    if (code) refusals.push({ childId, slotId, date, code, message: sentenceFor(code, candidate) });
    else if (occurrence && price) bookable.push({ ...candidate, occurrence, price });
  }

  const [refusal] = refusals;
  if (!refusal) return bookable;
  if (candidates.length === 1) throw new DomainError(refusal.code, { message: refusal.message, refusals });
  throw new DomainError("requests_refused", { refusals });
}

function sentenceFor(code: ErrorCode, { occurrence, closedReason }: Candidate): string {
  if (code === "slot_closed" && closedReason) return `Le service est fermé ce jour-là : ${closedReason}.`;
  if (code === "booking_closed" && occurrence) {
    return `Le délai de réservation est dépassé : c’était possible jusqu’au ${deadlineInWords(occurrence.closesAt)}.`;
  }
  return sentenceOf(code);
}
