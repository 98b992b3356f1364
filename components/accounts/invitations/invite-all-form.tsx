"use client";

import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { inviteAllAdultsAction } from "@/lib/accounts/invitations/actions";

type Counts = { open: number; invited: number; invitable: number; unreachable: number };

/** Where the structure stands, and one button for everybody: the messages leave in the background, one each. */
export function InviteAllForm({ counts: { open, invited, invitable, unreachable } }: { counts: Counts }) {
  const { result, post } = usePostedForm(inviteAllAdultsAction);
  const figures: [string, number][] = [
    ["Comptes ouverts", open],
    ["Invités, sans réponse", invited],
    ["À inviter", invitable],
    ["Sans adresse e-mail", unreachable],
  ];

  return (
    <Card className="mb-5 grid gap-4 p-4 sm:p-6">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {figures.map(([label, count]) => (
          <div key={label} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="text-2xl font-bold tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      {result?.ok ? (
        <Notice tone="success" role="status" title="Les invitations partent en arrière-plan.">
          Rechargez cette page pour suivre leur nombre. Une personne déjà invitée ne reçoit pas de second message.
        </Notice>
      ) : (
        <form action={post} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {result && <Notice tone="error" role="alert" title={result.error.message} />}
          <SubmitButton variant="primary">Inviter toutes les familles sans compte</SubmitButton>
          <p className="text-sm text-ink-2">Un message par adresse, jamais deux.</p>
        </form>
      )}
    </Card>
  );
}
