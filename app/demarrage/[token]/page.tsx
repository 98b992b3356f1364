import type { Metadata } from "next";
import { FoundingForm } from "@/components/accounts/founding-form";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { canFound } from "@/lib/accounts/founding/queries";
import { visitorContext } from "@/lib/auth/session";
import { findOrganization } from "@/lib/core/organization";

/** The address holds a key: no search engine may keep it. */
export const metadata: Metadata = { title: "Mise en place", robots: { index: false } };

type Props = { params: Promise<{ token: string }> };

export default async function FoundingPage({ params }: Props) {
  const { token } = await params;
  const ctx = visitorContext();
  const [opens, organization] = await Promise.all([canFound(ctx, token), findOrganization(ctx)]);

  return (
    <main className="mx-auto max-w-2xl p-4 sm:py-10">
      <Card className="p-5 sm:p-8">
        <PageTitle
          title="Mettre votre portail en place"
          lead={
            opens ? "Deux minutes : qui vous êtes, puis vos services se règlent dans l’espace structure." : undefined
          }
        />
        {opens ? <FoundingForm token={token} /> : <Used isFounded={organization !== undefined} />}
      </Card>
    </main>
  );
}

function Used({ isFounded }: { isFounded: boolean }) {
  if (!isFounded) {
    return (
      <Notice tone="warning" title="Cette adresse n’est pas la bonne.">
        Ouvrez celle que le dernier démarrage du portail affiche.
      </Notice>
    );
  }
  return (
    <Notice
      tone="info"
      title="Ce portail est déjà en place : cette adresse a servi."
      action={<ButtonLink href="/connexion">Se connecter</ButtonLink>}
    />
  );
}
