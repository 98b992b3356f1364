import type { Metadata } from "next";
import { ActivateAccountForm } from "@/components/accounts/invitations/activate-account-form";
import { ExpiredInvitation } from "@/components/accounts/invitations/expired-invitation";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { findInvitation } from "@/lib/accounts/invitations/queries";
import { sessionContext } from "@/lib/auth/session";

/** The address holds a key: no search engine may keep it. */
export const metadata: Metadata = { title: "Activer mon compte", robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function ActivationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await findInvitation(await sessionContext(), token);

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle
        title="Activer mon compte"
        lead={invitation && `Bonjour ${invitation.firstName}, choisissez votre mot de passe.`}
      />
      {invitation ? <ActivateAccountForm token={token} email={invitation.email} /> : <ExpiredInvitation />}
    </Card>
  );
}
