import type { InvitedAgent } from "@/lib/accounts/agents/queries";
import { shortInstant } from "@/lib/core/format-date";
import { roleWords } from "./role-words";

/** Whom a link waits for, and until when. */
export function InvitedAgents({ invited }: { invited: InvitedAgent[] }) {
  return (
    <ul className="grid gap-3 text-sm">
      {invited.map(({ id, email, role, expiresAt }) => (
        <li key={id}>
          <span className="block font-medium wrap-anywhere">{email}</span>
          <span className="text-ink-2">
            {role && roleWords[role].label} · valable jusqu’au {shortInstant(expiresAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
