const INVITATION_DAYS = 7;

/** Until when an invitation sent now opens an account: parents read their mail on Sunday evening, not within the hour. */
export const invitationDeadline = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
