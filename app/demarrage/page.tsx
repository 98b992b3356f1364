import { Hourglass } from "lucide-react";
import type { Metadata } from "next";
import { FullPage } from "@/components/layout/full-page";

export const metadata: Metadata = { title: "Bientôt ouvert", robots: { index: false } };

/** What every address shows until the organisation exists (scripts/server leads here). */
export default function NotFoundedPage() {
  return (
    <FullPage icon={<Hourglass />} title="Ce portail n’est pas encore en place">
      <p>
        La personne qui l’installe doit d’abord créer l’organisation, à l’adresse que le démarrage du portail affiche.
      </p>
    </FullPage>
  );
}
