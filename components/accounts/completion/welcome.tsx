import { PartyPopper } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** The file is complete: the portal is theirs. */
export function Welcome() {
  return (
    <Card className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-reserved-soft text-reserved">
        <PartyPopper aria-hidden className="size-6" />
      </span>
      <h1 className="text-balance">Bienvenue sur le portail Famille !</h1>
      <p className="mt-2 max-w-prose text-ink-2">
        Votre dossier est complet. Quand la structure aura inscrit vos enfants à ses services, vous réserverez leurs
        journées ici.
      </p>
      <div className="mt-5 flex flex-wrap justify-center gap-3">
        <ButtonLink href="/accueil" variant="primary">
          Aller à l’accueil
        </ButtonLink>
        <ButtonLink href="/ma-famille">Voir ma famille</ButtonLink>
      </div>
    </Card>
  );
}
