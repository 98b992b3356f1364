import type { Tone } from "@/components/ui/tag";
import type { Refund } from "@/lib/billing/refunds/rules";

export const refundStates: Record<Refund, { label: string; tone: Tone }> = {
  waiting: { label: "En cours d’examen", tone: "request" },
  approved: { label: "Accordé, versement à venir", tone: "wait" },
  executed: { label: "Versé", tone: "reserved" },
  refused: { label: "Refusé", tone: "cancel" },
  withdrawn: { label: "Retirée", tone: "neutral" },
};
