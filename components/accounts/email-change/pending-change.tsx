"use client";

import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Tag } from "@/components/ui/tag";
import { cancelEmailChangeAction } from "@/lib/accounts/email-change/actions";
import type { PendingEmailChange } from "@/lib/accounts/email-change/queries";
import { instantInWords } from "@/lib/core/format-date";

type Props = { email: string; pending: PendingEmailChange };

/** Which of the two mailboxes has answered, and the way to give it up. */
export function PendingChange({ email, pending }: Props) {
  const { post } = usePostedForm(cancelEmailChangeAction);
  const sides = [
    { address: email, label: "Adresse actuelle", isConfirmed: pending.oldConfirmedAt !== null },
    { address: pending.newEmail, label: "Nouvelle adresse", isConfirmed: pending.newConfirmedAt !== null },
  ];

  return (
    <div role="status" className="grid gap-3 rounded-card border border-request-line bg-request-soft p-4">
      <p className="font-semibold">Un lien vient d’être envoyé à chacune des deux adresses.</p>
      <ul className="grid gap-2">
        {sides.map(({ address, label, isConfirmed }) => (
          <li key={label} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span className="min-w-0">
              <span className="block text-sm text-ink-2">{label}</span>
              <span className="wrap-anywhere">{address}</span>
            </span>
            <Tag tone={isConfirmed ? "reserved" : "neutral"}>{isConfirmed ? "Confirmée" : "À confirmer"}</Tag>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-2">
        Les liens servent jusqu’au {instantInWords(pending.expiresAt)}. Le changement se fait quand les deux ont
        répondu.
      </p>
      <form action={post}>
        <SubmitButton size="small">Garder mon adresse actuelle</SubmitButton>
      </form>
    </div>
  );
}
