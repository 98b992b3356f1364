const CHANGE_HOURS = 24;

/** Until when the links of a change of address serve. */
export const emailChangeDeadline = (now: Date): Date => new Date(now.getTime() + CHANGE_HOURS * 3_600_000);
