import type { Metadata } from "next";
import { OrganizationContact } from "@/components/layout/organization-contact";
import { OwnText } from "@/components/layout/own-text";
import { Prose } from "@/components/layout/prose";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";

export const metadata: Metadata = { title: "Mentions légales" };

export default async function LegalNoticePage() {
  const organization = await findOrganization(systemContext("public-pages"));
  return (
    <Prose title="Mentions légales">
      <h2>Éditeur</h2>
      <OrganizationContact organization={organization} />
      {organization?.publisher ? (
        <>
          <h3>Direction de la publication</h3>
          <OwnText text={organization.publisher} />
        </>
      ) : (
        <p>
          La publication est placée sous la responsabilité de la personne qui représente légalement cette structure.
        </p>
      )}
      <h2>Hébergement</h2>
      {organization?.host ? (
        <OwnText text={organization.host} />
      ) : (
        <p>Le nom et l’adresse de l’hébergeur sont tenus à disposition par l’éditeur, aux coordonnées ci-dessus.</p>
      )}
      <h2>Paiement en ligne</h2>
      <p>
        Les paiements se font sur le site de la Direction générale des finances publiques (PayFiP) ou de la banque de la
        régie (Systempay). Aucune donnée bancaire ne passe par ce portail ni n’y est conservée.
      </p>
      <h2>Réutilisation</h2>
      <p>
        Les textes de ce portail peuvent être reproduits en citant leur source. Les noms et logos appartiennent à leurs
        titulaires.
      </p>
      {organization?.legalNotice && <h2>Autres mentions</h2>}
      <OwnText text={organization?.legalNotice} />
    </Prose>
  );
}
