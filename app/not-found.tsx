import { MapPinOff } from "lucide-react";
import type { Metadata } from "next";
import { FullPage } from "@/components/layout/full-page";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Page introuvable" };

export default function NotFound() {
  return (
    <FullPage icon={<MapPinOff />} title="Cette page n’existe pas, ou n’est pas à vous">
      <p>
        Le lien est peut-être ancien, ou l’adresse a été mal recopiée. Vos réservations et vos paiements ne sont pas
        touchés.
      </p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        <ButtonLink href="/accueil" variant="primary">
          Aller à mon accueil
        </ButtonLink>
        <ButtonLink href="/">Page publique</ButtonLink>
      </div>
    </FullPage>
  );
}
