import { Tag, type Tone } from "@/components/ui/tag";
import type { EmailFilterInput } from "@/lib/notifications/input";

type EmailStatus = NonNullable<EmailFilterInput["etat"]>;

export const emailStates: Record<EmailStatus, { label: string; tone: Tone }> = {
  queued: { label: "En attente", tone: "request" },
  sent: { label: "Envoyé", tone: "reserved" },
  kept: { label: "Conservé", tone: "wait" },
  failed: { label: "Échec", tone: "cancel" },
  withheld: { label: "Non envoyé", tone: "neutral" },
};

export function EmailState({ status }: { status: EmailStatus }) {
  const { label, tone } = emailStates[status];
  return <Tag tone={tone}>{label}</Tag>;
}
