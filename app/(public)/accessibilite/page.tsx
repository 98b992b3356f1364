import type { Metadata } from "next";
import { accessibilityWords } from "@/components/layout/footer";
import { OrganizationContact } from "@/components/layout/organization-contact";
import { OwnText } from "@/components/layout/own-text";
import { Prose } from "@/components/layout/prose";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";

export const metadata: Metadata = { title: "Accessibilité" };

export default async function AccessibilityPage() {
  const organization = await findOrganization(systemContext("public-pages"));
  const level = organization?.accessibilityLevel ?? "none";
  const conformity = accessibilityWords[level];
  return (
    <Prose title="Déclaration d’accessibilité">
      <p>
        {organization?.name ?? "La structure"} s’engage à rendre ce portail accessible, conformément à l’article 47 de
        la loi n° 2005-102 du 11 février 2005.
      </p>
      <h2>État de conformité</h2>
      <p>
        Ce portail est <strong>{conformity}</strong> au référentiel général d’amélioration de l’accessibilité (RGAA),
        version 4.1{level === "none" && " : aucun audit de conformité n’a encore été réalisé"}.
      </p>
      <OwnText text={organization?.accessibilityNotice} />
      <h2>Ce qui est fait</h2>
      <ul>
        <li>Tout se fait au clavier, et les écrans sont pensés pour les lecteurs d’écran.</li>
        <li>Un état n’est jamais dit par la couleur seule ; les contrastes suivent le niveau AA.</li>
        <li>Les pages se lisent à 320 pixels de large et à 200 % d’agrandissement.</li>
        <li>Le délai pendant lequel vos places sont gardées peut être prolongé.</li>
      </ul>
      <h2>Un contenu vous est inaccessible ?</h2>
      <p>Dites-le-nous : nous vous donnerons l’information ou le service d’une autre manière.</p>
      <OrganizationContact organization={organization} />
      <h2>Voies de recours</h2>
      <p>
        Si vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service et que vous n’avez pas
        reçu de réponse satisfaisante, vous pouvez écrire au Défenseur des droits, saisir son délégué dans votre région,
        ou lui adresser un courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX
        07.
      </p>
    </Prose>
  );
}
