/** How long a place stays offered, when the deadline leaves so long. */
const OFFER_MINUTES = 24 * 60;
/** Time to read the message and answer, whatever the deadline. */
const SHORTEST_OFFER = 60;

/** Until when a place is offered: a day, or until booking ends, but never less than an hour, nor past the service. */
export function offerUntil(now: Date, bookingClosesAt: Date, beginsAt: Date): Date {
  const after = (minutes: number) => now.getTime() + minutes * 60_000;
  const end = Math.max(after(SHORTEST_OFFER), Math.min(after(OFFER_MINUTES), bookingClosesAt.getTime()));
  return new Date(Math.min(end, beginsAt.getTime()));
}

/** "1er de la liste", "3e de la liste". */
export const rankInWords = (rank: number): string => `${rank}${rank === 1 ? "er" : "e"} de la liste`;
