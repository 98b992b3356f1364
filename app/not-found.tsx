import { MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { FullPage } from "@/components/layout/full-page";
import { ButtonLink } from "@/components/ui/button";
import { visitorContext } from "@/lib/auth/session";
import { findOrganization } from "@/lib/core/organization";

export const metadata: Metadata = { title: "Page introuvable" };

export default async function NotFound() {
  const organization = await findOrganization(visitorContext());
  return (
    <FullPage
      icon={<MapPinOff />}
      title="Cette page n’existe pas, ou n’est pas à vous"
      organization={organization?.name}
    >
      <p>
        Le lien est peut-être ancien, ou l’adresse a été mal recopiée. Vos réservations et vos paiements ne sont pas
        touchés.
      </p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        <ButtonLink href="/accueil" variant="primary">
          Aller à mon accueil
        </ButtonLink>
        <ButtonLink href="/">Accueil du portail</ButtonLink>
      </div>
    </FullPage>
  );
}
