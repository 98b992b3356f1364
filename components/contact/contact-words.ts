import type { Tone } from "@/components/ui/tag";
import type { ThreadStatus, ThreadSubject } from "@/lib/contact/rules";

/** What one writes about. */
export const subjectWords: Record<ThreadSubject, string> = {
  reservation: "Réservations et absences",
  enrolment: "Inscription",
  invoice: "Factures et paiements",
  document: "Documents",
  account: "Mon dossier, mon compte",
  other: "Autre chose",
};

export const subjectOptions = Object.entries(subjectWords).map(([value, label]) => ({ value, label }));

/** Whose turn it is, for the family. */
export const familyStates: Record<ThreadStatus, { label: string; tone: Tone }> = {
  to_handle: { label: "En attente de réponse", tone: "wait" },
  waiting_family: { label: "Réponse reçue", tone: "reserved" },
  closed: { label: "Clos", tone: "neutral" },
};

/** The same, for the agents. */
export const staffStates: Record<ThreadStatus, { label: string; tone: Tone }> = {
  to_handle: { label: "À traiter", tone: "request" },
  waiting_family: { label: "En attente de la famille", tone: "wait" },
  closed: { label: "Clos", tone: "neutral" },
};

type Named = { subject: ThreadSubject; title: string | null };

export const nameOf = ({ subject, title }: Named): string => title ?? subjectWords[subject];
