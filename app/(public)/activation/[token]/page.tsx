import type { Metadata } from "next";
import { ActivateAccountForm } from "@/components/accounts/invitations/activate-account-form";
import { ExpiredInvitation } from "@/components/accounts/invitations/expired-invitation";
import { JoinHousehold } from "@/components/accounts/invitations/join-household";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { findInvitation } from "@/lib/accounts/invitations/queries";
import { currentSession, sessionContext } from "@/lib/auth/session";

/** The address holds a key: no search engine may keep it. */
export const metadata: Metadata = { title: "Activer mon compte", robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function ActivationPage({ params }: Props) {
  const { token } = await params;
  const session = await currentSession();
  const invitation = await findInvitation(await sessionContext(), token);
  const isGuardian = session?.actor.kind === "guardian";

  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      {!invitation ? (
        <>
          <PageTitle title="Activer mon compte" />
          <ExpiredInvitation />
        </>
      ) : isGuardian || invitation.hasAccount ? (
        <>
          <PageTitle
            title="Rejoindre un foyer"
            lead={`Bonjour ${invitation.firstName}, vous êtes invité comme responsable d’un foyer.`}
          />
          <JoinHousehold token={token} email={invitation.email} signedIn={isGuardian ? session.account : undefined} />
        </>
      ) : (
        <>
          <PageTitle
            title="Activer mon compte"
            lead={`Bonjour ${invitation.firstName}, choisissez votre mot de passe.`}
          />
          <ActivateAccountForm token={token} email={invitation.email} />
          <p className="border-t border-line pt-4">
            Vous avez déjà un compte avec une autre adresse ?{" "}
            <Link href={signInPath(token)} className="underline underline-offset-3">
              Connectez-vous pour rejoindre ce foyer
            </Link>
          </p>
        </>
      )}
    </Card>
  );
}

const signInPath = (token: string) => `/connexion?${new URLSearchParams({ retour: `/activation/${token}` })}`;
