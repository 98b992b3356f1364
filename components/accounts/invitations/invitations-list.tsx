"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { agoInWords } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { inviteAdultAction } from "@/lib/accounts/invitations/actions";
import type { UninvitedAdult } from "@/lib/accounts/invitations/queries";
import { PostedAnswer } from "../posted-answer";

const columns = [
  { label: "Adulte", phone: "lead" as const },
  { label: "Foyer" },
  { label: "Adresse e-mail" },
  { label: "Invitation" },
  { label: "Actions", quiet: true, end: true, phone: "action" as const },
];

/** The adults who have an address and no account yet. */
export function InvitationsList({ adults, now }: { adults: UninvitedAdult[]; now: Date }) {
  const { result, post } = usePostedForm(inviteAdultAction);
  if (adults.length === 0) return <p className="text-ink-2">Tous les adultes joignables ont un compte.</p>;

  return (
    <>
      <PostedAnswer result={result} success="L’invitation est partie." />
      <Card className="mt-3 overflow-x-auto">
        <ListTable
          caption="Adultes sans compte"
          columns={columns}
          rows={adults.map(({ personId, householdId, household, firstName, lastName, email, invitedAt }) => ({
            key: `${householdId}:${personId}`,
            cells: [
              `${firstName} ${lastName}`,
              <Link key="foyer" href={`/admin/familles/${householdId}`} className="underline underline-offset-3">
                {household}
              </Link>,
              email,
              invitedAt ? `Envoyée ${agoInWords(invitedAt, now)}` : "Jamais envoyée",
              <form key="inviter" action={post}>
                <HiddenFields fields={{ personId, householdId, email: email ?? "" }} />
                <SubmitButton size="small">
                  <span>
                    {invitedAt ? "Inviter à nouveau" : "Inviter"}
                    <span className="sr-only">
                      {" "}
                      {firstName} {lastName}
                    </span>
                  </span>
                </SubmitButton>
              </form>,
            ],
          }))}
        />
      </Card>
    </>
  );
}
