const PAYMENT_HOURS = 48;

/** Until when an approved request that has to be paid keeps its place: two days, but never past the service. */
export const approvedHold = (now: Date, beginsAt: Date): Date =>
  new Date(Math.min(now.getTime() + PAYMENT_HOURS * 3_600_000, beginsAt.getTime()));
