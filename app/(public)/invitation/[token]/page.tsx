import type { Metadata } from "next";
import { ActivateAgentForm } from "@/components/accounts/activate-agent-form";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { findAgentInvitation } from "@/lib/accounts/agents/queries";
import { visitorContext } from "@/lib/auth/session";

/** The address holds a key: no search engine may keep it. */
export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await findAgentInvitation(visitorContext(), token);

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle title="Votre accès d’agent" />
      {invitation ? (
        <ActivateAgentForm token={token} email={invitation.email} />
      ) : (
        <Notice tone="warning" title="Ce lien a expiré ou a déjà servi.">
          Demandez une nouvelle invitation à l’administrateur du portail.
        </Notice>
      )}
    </Card>
  );
}
