import type { Metadata } from "next";
import { AccountFacts } from "@/components/accounts/account-facts";
import { VouchEmailChangeForm } from "@/components/accounts/email-change/vouch-email-change-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { getFamilyAccount } from "@/lib/accounts/queries";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { withOf } from "@/lib/core/text";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Compte d’un parent" };

type Props = { params: Promise<{ id: string; personne: string }> };

export default async function FamilyAccountPage({ params }: Props) {
  const ctx = await requireAgent("accounts:review");
  const { id, personne } = await params;
  const [shell, account] = await Promise.all([getAdminShell(ctx), foundOr404(getFamilyAccount(ctx, id, personne))]);
  const { firstName, lastName } = account;

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle
        title={`Compte ${withOf(`${firstName} ${lastName}`)}`}
        back={{ href: `/admin/familles/${id}`, label: "Retour à la famille" }}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Card aria-labelledby="compte" className="grid gap-4 p-4 sm:p-6">
          <h2 id="compte">Connexion</h2>
          <AccountFacts account={account} now={ctx.now} />
        </Card>
        {!account.disabledAt && (
          <Card aria-labelledby="adresse" className="grid gap-4 p-4 sm:p-6">
            <h2 id="adresse">Changer son adresse de connexion</h2>
            <p className="text-ink-2">
              Quand elle lit encore ses messages, cette personne le fait elle-même depuis « Mon compte ». Sinon,
              vérifiez son identité : la nouvelle adresse recevra un lien, l’ancienne sera prévenue.
            </p>
            <VouchEmailChangeForm householdId={id} personId={account.personId} />
          </Card>
        )}
      </div>
    </AdminShell>
  );
}
