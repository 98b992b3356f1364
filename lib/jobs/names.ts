import { z } from "zod";

/** Every job and what it carries; `lib/worker/tasks.ts` says which verb runs it. */
export const jobs = {
  "send-email": z.object({ emailId: z.uuid() }),
  "expire-holds": z.object({}),
  "lapse-requests": z.object({}),
  "lapse-proofs": z.object({}),
  "tell-late-pickup": z.object({ reservationId: z.int() }),
  "offer-waiting-places": z.object({}),
  "poll-open-payments": z.object({}),
  "recognize-revenue": z.object({}),
  "purge-expired": z.object({}),
  "remind-expiring": z.object({}),
  "purge-sign-ups": z.object({}),
  "invite-all-adults": z.object({}),
  "issue-run": z.object({ runId: z.uuid() }),
  "credit-released": z.object({ householdId: z.uuid() }),
  "remind-missing": z.object({}),
  "purge-documents": z.object({}),
  "sweep-files": z.object({}),
  "announce-publication": z.object({ publicationId: z.uuid() }),
  "check-import": z.object({ importId: z.uuid() }),
  "run-import": z.object({ importId: z.uuid() }),
  "make-export": z.object({ exportId: z.uuid() }),
  "purge-accounts": z.object({}),
  "undo-import": z.object({ importId: z.uuid() }),
  "announce-broadcast": z.object({ broadcastId: z.uuid() }),
  "purge-threads": z.object({}),
  "purge-events": z.object({}),
  "purge-emails": z.object({}),
  "announce-certificates": z.object({ year: z.int() }),
  "make-certificates": z.object({ batchId: z.uuid() }),
  "purge-certificates": z.object({}),
  "remind-patterns": z.object({}),
  "remind-openings": z.object({}),
  "seal-events": z.object({ whole: z.boolean().optional() }),
  "complete-enrollments": z.object({ householdId: z.uuid() }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;
