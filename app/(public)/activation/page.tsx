import type { Metadata } from "next";
import { RequestInvitationForm } from "@/components/accounts/invitations/request-invitation-form";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";

export const metadata: Metadata = { title: "Recevoir mon lien d’activation" };

export default function RequestActivationPage() {
  return (
    <Card className="mx-auto grid max-w-md gap-5 p-6 sm:p-8">
      <PageTitle
        title="Recevoir mon lien d’activation"
        lead="Avec l’adresse e-mail que vous avez donnée à la structure."
      />
      <RequestInvitationForm />
      <p>
        Pas encore inscrit ?{" "}
        <Link href="/inscription" className="underline underline-offset-3">
          Faire une demande d’inscription
        </Link>
      </p>
    </Card>
  );
}
