import type { TaskList } from "graphile-worker";
import { checkImport } from "@/lib/accounts/imports/check-import";
import { runImport } from "@/lib/accounts/imports/run-import";
import { undoImport } from "@/lib/accounts/imports/undo-import";
import { inviteAllAdults } from "@/lib/accounts/invitations/invite-all-adults";
import { purgeAccounts } from "@/lib/accounts/purge-accounts";
import { purgeSignUps } from "@/lib/accounts/sign-up/purge-sign-ups";
import { purgeEvents } from "@/lib/audit/purge-events";
import { sealEvents } from "@/lib/audit/seal-events";
import { purgeExpired } from "@/lib/auth/purge-expired";
import { announceCertificates } from "@/lib/billing/certificates/announcements/announce-certificates";
import { makeBatch } from "@/lib/billing/certificates/batches/make-batch";
import { purgeBatches } from "@/lib/billing/certificates/batches/purge-batches";
import { creditReleased } from "@/lib/billing/invoices/credit-released";
import { pollOpenPayments } from "@/lib/billing/poll-open-payments";
import { issueRun } from "@/lib/billing/runs/issue-run";
import { announceBroadcast } from "@/lib/contact/broadcasts/announce-broadcast";
import { purgeThreads } from "@/lib/contact/purge-threads";
import { type Context, systemContext } from "@/lib/core/context";
import { sweepFiles } from "@/lib/documents/files/sweep-files";
import { announcePublication } from "@/lib/documents/publications/announce-publication";
import { purgeDocuments } from "@/lib/documents/purge-documents";
import { remindExpiring } from "@/lib/documents/remind-expiring";
import { remindMissing } from "@/lib/documents/remind-missing";
import { completeEnrollments } from "@/lib/enrollments/complete-enrollments";
import { type JobName, type JobPayload, jobs } from "@/lib/jobs/names";
import { recognizeRevenue } from "@/lib/ledger/recognize-revenue";
import { findTransport } from "@/lib/notifications/find-transport";
import { purgeEmails } from "@/lib/notifications/purge-emails";
import { sendEmail } from "@/lib/notifications/send-email";
import { makeExport } from "@/lib/reporting/data-export/make-export";
import { lapseProofs } from "@/lib/reservations/absences/lapse-proofs";
import { lapseRequests } from "@/lib/reservations/approvals/lapse-requests";
import { tellLatePickup } from "@/lib/reservations/attendance/tell-late-pickup";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { remindOpenings } from "@/lib/reservations/openings/remind-openings";
import { remindPatterns } from "@/lib/reservations/patterns/remind-patterns";
import { offerWaitingPlaces } from "@/lib/reservations/waiting/offer-waiting-places";
import { findAttachments } from "./find-attachments";

const verbs: { [Name in JobName]: (ctx: Context, payload: JobPayload<Name>) => Promise<unknown> } = {
  "send-email": (ctx, { emailId }) =>
    sendEmail(ctx, emailId, {
      transport: findTransport(),
      attachmentsOf: (ctx, { payload }) => findAttachments(ctx, payload),
    }),
  "expire-holds": (ctx) => untilNone(ctx, expireHolds),
  "lapse-requests": (ctx) => untilNone(ctx, lapseRequests),
  "lapse-proofs": lapseProofs,
  "offer-waiting-places": offerWaitingPlaces,
  "tell-late-pickup": tellLatePickup,
  "poll-open-payments": pollOpenPayments,
  "recognize-revenue": recognizeRevenue,
  "purge-expired": purgeExpired,
  "remind-expiring": remindExpiring,
  "purge-sign-ups": purgeSignUps,
  "invite-all-adults": inviteAllAdults,
  "complete-enrollments": completeEnrollments,
  "issue-run": (ctx, { runId }) => issueRun(ctx, runId),
  "credit-released": (ctx, { householdId }) => creditReleased(ctx, householdId),
  "remind-missing": remindMissing,
  "purge-documents": purgeDocuments,
  "sweep-files": sweepFiles,
  "announce-publication": announcePublication,
  "check-import": checkImport,
  "run-import": runImport,
  "undo-import": undoImport,
  "make-export": makeExport,
  "purge-accounts": purgeAccounts,
  "announce-broadcast": announceBroadcast,
  "purge-threads": purgeThreads,
  "purge-events": purgeEvents,
  "purge-emails": purgeEmails,
  "remind-patterns": remindPatterns,
  "remind-openings": remindOpenings,
  "announce-certificates": announceCertificates,
  "make-certificates": makeBatch,
  "purge-certificates": purgeBatches,
  "seal-events": sealEvents,
};

/** What runs without anyone asking. The key keeps one waiting job of each, however long the worker was away. */
export const schedule = `
* * * * * expire-holds ?jobKey=expire-holds
* * * * * lapse-requests ?jobKey=lapse-requests
20 * * * * lapse-proofs ?jobKey=lapse-proofs
* * * * * offer-waiting-places ?jobKey=offer-waiting-places
* * * * * poll-open-payments ?jobKey=poll-open-payments
* * * * * seal-events ?jobKey=seal-events
0 4 * * * seal-events ?id=seal-all-events&jobKey=seal-all-events {whole:true}
30 2 * * * recognize-revenue ?jobKey=recognize-revenue
15 3 * * * purge-expired ?jobKey=purge-expired
25 3 * * * purge-accounts ?jobKey=purge-accounts
20 3 * * * purge-sign-ups ?jobKey=purge-sign-ups
30 3 * * * purge-documents ?jobKey=purge-documents
40 3 * * * purge-threads ?jobKey=purge-threads
42 3 * * * purge-certificates ?jobKey=purge-certificates
50 3 * * * purge-events ?jobKey=purge-events
55 3 * * * purge-emails ?jobKey=purge-emails
45 3 * * * sweep-files ?jobKey=sweep-files
0 7 * * * remind-expiring ?jobKey=remind-expiring
0 17 * * * remind-openings ?jobKey=remind-openings
10 7 * * * remind-patterns ?jobKey=remind-patterns
30 7 5 * * remind-missing ?jobKey=remind-missing
`;

/** Which verb runs each job, as the portal itself. */
export function taskList(): TaskList {
  const names = Object.keys(verbs) as JobName[];
  return Object.fromEntries(names.map((name) => [name, (payload: unknown) => runJob(name, payload)]));
}

async function runJob<Name extends JobName>(name: Name, payload: unknown): Promise<void> {
  const parsed = jobs[name].parse(payload) as JobPayload<Name>;
  await verbs[name](systemContext(`job:${name}`), parsed);
}

/** A batch is short on purpose; an opening day leaves several. */
async function untilNone(ctx: Context, batch: (ctx: Context) => Promise<number>): Promise<void> {
  let done: number;
  do {
    done = await batch(ctx);
  } while (done > 0);
}
