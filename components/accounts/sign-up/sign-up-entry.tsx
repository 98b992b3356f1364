import { ArrowRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { pathOf } from "./step-names";

/** The two roads of a family that comes for the first time here. */
export function SignUpEntry() {
  return (
    <div className="grid gap-4">
      <Card aria-labelledby="nouvelle" className="p-5 sm:p-6">
        <h2 id="nouvelle">C’est notre première inscription</h2>
        <p className="mt-1.5 text-ink-2">
          Quelques minutes suffisent : vous, votre adresse, vos enfants. La structure vérifie votre demande, puis vous
          envoie par e-mail un lien pour ouvrir votre compte.
        </p>
        <ButtonLink href={pathOf("vous")} variant="primary" className="mt-4 max-sm:w-full">
          Commencer
          <ArrowRight />
        </ButtonLink>
      </Card>
      <Card aria-labelledby="connue" className="p-5 sm:p-6">
        <h2 id="connue">Nos enfants fréquentent déjà les services</h2>
        <p className="mt-1.5 text-ink-2">
          La structure vous connaît : demandez votre lien d’activation à l’adresse e-mail que vous lui avez donnée.
        </p>
        <ButtonLink href="/activation" className="mt-4 max-sm:w-full">
          Déjà inscrit ? Recevoir mon lien
        </ButtonLink>
      </Card>
    </div>
  );
}
