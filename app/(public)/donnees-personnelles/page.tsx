import type { Metadata } from "next";
import { OrganizationContact } from "@/components/layout/organization-contact";
import { OwnText } from "@/components/layout/own-text";
import { Prose } from "@/components/layout/prose";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";

export const metadata: Metadata = { title: "Données personnelles" };

export default async function PersonalDataPage() {
  const organization = await findOrganization(systemContext("public-pages"));
  return (
    <Prose title="Données personnelles">
      <h2>Qui en répond</h2>
      <OrganizationContact organization={organization} />
      {organization?.dpo && <h3>Délégué à la protection des données</h3>}
      <OwnText text={organization?.dpo} />
      <h2>À quoi servent vos données</h2>
      <ul>
        <li>
          Ouvrir votre compte et vous reconnaître : nom, adresse e-mail, mot de passe, dont seule une empreinte est
          gardée.
        </li>
        <li>Accueillir vos enfants : identité, âge, services réservés, présences.</li>
        <li>Calculer les prix et encaisser : quotient familial, réservations, paiements, reçus.</li>
        <li>Vous écrire : confirmations, rappels et messages de la structure.</li>
      </ul>
      <p>
        Ces traitements relèvent de la mission d’intérêt public de la structure et de ses obligations comptables. Seuls
        ses agents habilités y ont accès, chacun selon sa fonction. Vos données ne sont ni vendues, ni utilisées pour de
        la publicité.
      </p>
      <h2>Combien de temps</h2>
      <p>
        Le dossier de votre famille est gardé tant que votre compte est ouvert : vous pouvez à tout moment en demander
        l’effacement. Le reste s’efface de lui-même, chaque nuit :
      </p>
      <ul>
        <li>
          Demande d’inscription commencée et non envoyée : trente jours ; refusée ou restée sans réponse : trois mois.
        </li>
        <li>
          Document remplacé, retiré ou expiré : un an ; refusé : trois mois ; de santé : à la fin de l’année scolaire où
          il a cessé de servir.
        </li>
        <li>Échange avec la structure : deux ans après sa clôture. Contenu d’un courriel : un an.</li>
        <li>Appareils d’où vous vous êtes connecté : six mois. Copie de vos données : sept jours.</li>
        <li>Journal de ce qui est fait sur le portail, connexions comprises, et par qui : onze ans.</li>
      </ul>
      <p>Les pièces comptables (paiements, factures, reçus) sont conservées dix ans, comme la loi l’impose.</p>
      <h2>Cookies</h2>
      <p>
        Ce portail ne dépose que les cookies qui vous gardent connecté, qui reconnaissent votre appareil et, pendant une
        demande d’inscription, qui vous la font retrouver. Il n’y a ni mesure d’audience, ni service tiers : vos pages
        ne sont demandées qu’à ce portail.
      </p>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander à consulter, corriger, effacer ou recevoir vos données, limiter leur usage ou vous y
        opposer, en écrivant aux coordonnées ci-dessus. Si la réponse ne vous satisfait pas, vous pouvez adresser une
        réclamation à la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07.
      </p>
      {organization?.privacyNotice && <h2>Précisions de la structure</h2>}
      <OwnText text={organization?.privacyNotice} />
    </Prose>
  );
}
