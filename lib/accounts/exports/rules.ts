const EXPORT_DAYS = 7;

/** Until when an export made now can be downloaded. */
export const exportDeadline = (now: Date): Date => new Date(now.getTime() + EXPORT_DAYS * 86_400_000);
