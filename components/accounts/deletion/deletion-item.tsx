import type { QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import type { WaitingDeletion } from "@/lib/accounts/deletion/queries";
import { obstacleWords } from "@/lib/accounts/deletion/rules";

/** Someone who asks to be forgotten, and what would stand against it. */
export function deletionItem(request: WaitingDeletion, now: Date): QueueItem {
  const { id, name, email, household, householdId, message, createdAt, obstacles } = request;
  return {
    id,
    title: name,
    subtitle: household ? `Famille ${household} · ${email}` : email,
    since: agoInWords(createdAt, now),
    href: householdId ? `/admin/familles/${householdId}` : undefined,
    warning: obstacles.length > 0 ? obstacles.map((one) => obstacleWords[one].label).join(" ") : undefined,
    details: message ? <p className="whitespace-pre-line">{message}</p> : <p className="text-ink-2">Sans message.</p>,
  };
}
