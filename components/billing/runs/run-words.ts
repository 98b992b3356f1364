import type { Tone } from "@/components/ui/tag";
import type { getRun } from "@/lib/billing/runs/queries";

type RunStatus = Awaited<ReturnType<typeof getRun>>["status"];

export const runStatuses: Record<RunStatus, { label: string; tone: Tone }> = {
  draft: { label: "Aperçu", tone: "request" },
  issuing: { label: "Émission en cours", tone: "primary" },
  done: { label: "Émise", tone: "reserved" },
  cancelled: { label: "Annulée", tone: "neutral" },
};

export const householdStates: Record<
  "pending" | "issued" | "carried" | "nothing" | "failed",
  { label: string; tone: Tone }
> = {
  pending: { label: "À facturer", tone: "request" },
  issued: { label: "Facturée", tone: "reserved" },
  carried: { label: "Reportée", tone: "wait" },
  nothing: { label: "Rien à facturer", tone: "neutral" },
  failed: { label: "En échec", tone: "cancel" },
};

/** "12 factures", "1 facture" */
export const invoicesInWords = (count: number): string => `${count} facture${count > 1 ? "s" : ""}`;
export const familiesInWords = (count: number): string => `${count} famille${count > 1 ? "s" : ""}`;
