import type { Tone } from "@/components/ui/tag";
import { spanInWords } from "@/lib/core/format-date";
import type { AskedEnrollment, EnrollmentOffer } from "@/lib/enrollments/queries/offers";

/** What a family reads of the state of a request (handbook §1.6). */
export const enrollmentStates: Record<AskedEnrollment["status"], { label: string; tone: Tone }> = {
  draft: { label: "Brouillon", tone: "neutral" },
  submitted: { label: "Transmis", tone: "wait" },
  incomplete: { label: "À compléter", tone: "request" },
  approved: { label: "Validé", tone: "reserved" },
  refused: { label: "Refusé", tone: "cancel" },
};

/** "du 1er septembre 2026 au 31 août 2027" */
export const periodInWords = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  spanInWords(startsOn, endsOn);

export const howDecided: Record<EnrollmentOffer["mode"], string> = {
  none: "Aucune inscription n’est demandée.",
  automatic: "L’inscription est acceptée dès que le dossier est complet.",
  manual: "Un agent étudie chaque demande et vous répond par e-mail.",
};
