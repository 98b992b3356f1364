import { render, toPlainText } from "@react-email/render";
import { env } from "@/lib/core/env";
import { versionOf } from "@/lib/core/organization";
import { absenceDecided } from "./emails/absence-decided";
import { absenceUnproven } from "./emails/absence-unproven";
import { accountActivation } from "./emails/account-activation";
import { accountExists } from "./emails/account-exists";
import { agentInvitation } from "./emails/agent-invitation";
import { assistedChange } from "./emails/assisted-change";
import { bookingsOpening } from "./emails/bookings-opening";
import { cancellationDecided } from "./emails/cancellation-decided";
import { changeDecided } from "./emails/change-decided";
import { counterPayment } from "./emails/counter-payment";
import { creditNoteAvailable } from "./emails/credit-note-available";
import { custodyConflict } from "./emails/custody-conflict";
import { dataExportReady } from "./emails/data-export-ready";
import { deletionDecided } from "./emails/deletion-decided";
import { documentAdded } from "./emails/document-added";
import { documentExpired } from "./emails/document-expired";
import { documentExpiring } from "./emails/document-expiring";
import { documentMissing } from "./emails/document-missing";
import { documentRefused } from "./emails/document-refused";
import { emailChangeNew } from "./emails/email-change-new";
import { emailChangeOld } from "./emails/email-change-old";
import { emailChangeTaken } from "./emails/email-change-taken";
import { emailChangeVouched } from "./emails/email-change-vouched";
import { emailChanged } from "./emails/email-changed";
import type { EmailTemplate, Sender } from "./emails/email-template";
import { enrollmentDecided } from "./emails/enrollment-decided";
import { enrollmentEnded } from "./emails/enrollment-ended";
import { guardianInvitation } from "./emails/guardian-invitation";
import { householdJoined } from "./emails/household-joined";
import { invoiceAvailable } from "./emails/invoice-available";
import { invoiceReminder } from "./emails/invoice-reminder";
import { invoicesPaid } from "./emails/invoices-paid";
import { invoicesPaidTwice } from "./emails/invoices-paid-twice";
import { joinHousehold } from "./emails/join-household";
import { latePickup } from "./emails/late-pickup";
import { messageReceived } from "./emails/message-received";
import { messageWaiting } from "./emails/message-waiting";
import { newDevice } from "./emails/new-device";
import { passwordChanged } from "./emails/password-changed";
import { passwordReset } from "./emails/password-reset";
import { patternToContinue } from "./emails/pattern-to-continue";
import { paymentConfirmed } from "./emails/payment-confirmed";
import { paymentFailed } from "./emails/payment-failed";
import { paymentKeptAsCredit } from "./emails/payment-kept-as-credit";
import { publicationAdded } from "./emails/publication-added";
import { quotientChanged } from "./emails/quotient-changed";
import { recoveryCodeUsed } from "./emails/recovery-code-used";
import { refundDecided } from "./emails/refund-decided";
import { requestsDecided } from "./emails/requests-decided";
import { requestsUnanswered } from "./emails/requests-unanswered";
import { revenueOfficeIncident } from "./emails/revenue-office-incident";
import { secondFactorEnabled } from "./emails/second-factor-enabled";
import { secondFactorReset } from "./emails/second-factor-reset";
import { signUpDraft } from "./emails/sign-up-draft";
import { signUpQuestion } from "./emails/sign-up-question";
import { signUpReceived } from "./emails/sign-up-received";
import { signUpRefused } from "./emails/sign-up-refused";
import { slotClosed } from "./emails/slot-closed";
import { taxCertificateReady } from "./emails/tax-certificate-ready";
import { waitingPlaceOffered } from "./emails/waiting-place-offered";
import { type TemplateName, templates } from "./templates";
import { fillIn, paragraphsOf, type Wording } from "./wordings/rules";

const writers: { [Name in TemplateName]: EmailTemplate<Name> } = {
  "password-reset": passwordReset,
  "password-changed": passwordChanged,
  "new-device": newDevice,
  "second-factor-enabled": secondFactorEnabled,
  "second-factor-reset": secondFactorReset,
  "recovery-code-used": recoveryCodeUsed,
  "agent-invitation": agentInvitation,
  "account-activation": accountActivation,
  "guardian-invitation": guardianInvitation,
  "account-exists": accountExists,
  "join-household": joinHousehold,
  "household-joined": householdJoined,
  "sign-up-draft": signUpDraft,
  "sign-up-received": signUpReceived,
  "sign-up-question": signUpQuestion,
  "sign-up-refused": signUpRefused,
  "email-change-old": emailChangeOld,
  "email-change-new": emailChangeNew,
  "email-change-taken": emailChangeTaken,
  "email-change-vouched": emailChangeVouched,
  "email-changed": emailChanged,
  "deletion-decided": deletionDecided,
  "data-export-ready": dataExportReady,
  "change-decided": changeDecided,
  "payment-confirmed": paymentConfirmed,
  "counter-payment": counterPayment,
  "refund-decided": refundDecided,
  "payment-kept-as-credit": paymentKeptAsCredit,
  "requests-decided": requestsDecided,
  "requests-unanswered": requestsUnanswered,
  "cancellation-decided": cancellationDecided,
  "assisted-change": assistedChange,
  "bookings-opening": bookingsOpening,
  "enrollment-ended": enrollmentEnded,
  "absence-decided": absenceDecided,
  "absence-unproven": absenceUnproven,
  "late-pickup": latePickup,
  "pattern-to-continue": patternToContinue,
  "waiting-place-offered": waitingPlaceOffered,
  "invoices-paid": invoicesPaid,
  "invoices-paid-twice": invoicesPaidTwice,
  "invoice-available": invoiceAvailable,
  "invoice-reminder": invoiceReminder,
  "credit-note-available": creditNoteAvailable,
  "document-refused": documentRefused,
  "document-expiring": documentExpiring,
  "document-missing": documentMissing,
  "document-expired": documentExpired,
  "payment-failed": paymentFailed,
  "custody-conflict": custodyConflict,
  "tax-certificate-ready": taxCertificateReady,
  "quotient-changed": quotientChanged,
  "slot-closed": slotClosed,
  "document-added": documentAdded,
  "publication-added": publicationAdded,
  "message-received": messageReceived,
  "message-waiting": messageWaiting,
  "enrollment-decided": enrollmentDecided,
  "revenue-office-incident": revenueOfficeIncident,
};

type Writer = Omit<Sender, "wording" | "logoUrl"> & { logoKey: string | null };

/** Writes a message from what was stored with it: subject, HTML, and the same in plain text; `wording`: in whose words. */
export async function renderEmail<Name extends TemplateName>(
  name: Name,
  stored: unknown,
  organization: Writer,
  wording?: Wording,
) {
  const payload = templates[name].payload.parse(stored) as Parameters<EmailTemplate<Name>["subject"]>[0];
  const writer: EmailTemplate<Name> = writers[name];
  const own = wording && {
    subject: wording.subject ? fillIn(wording.subject, payload, organization) : undefined,
    opening: paragraphsOf(fillIn(wording.opening, payload, organization)),
  };
  const { logoKey } = organization;
  const logoUrl = logoKey ? `${env().appUrl}/logo?v=${versionOf(logoKey)}` : undefined;
  const sender = { ...organization, wording: own, logoUrl };
  const html = await render(writer.body(payload, sender));
  return { subject: own?.subject ?? writer.subject(payload), html, text: toPlainText(html) };
}
