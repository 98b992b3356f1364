import { siretInWords } from "@/lib/core/format-siret";
import type { Organization } from "@/lib/core/organization";

/** A number as a phone calls it. */
export const telephone = (number: string): string => `tel:${number.replace(/[^+\d]/g, "")}`;

/** How to reach those who run the portal, on the pages where the law asks for it. */
export function OrganizationContact({ organization }: { organization: Organization }) {
  if (!organization) return <p>Les coordonnées de la structure seront bientôt indiquées ici.</p>;
  const { name, address, email, phone, siret, website, openingHours } = organization;
  return (
    <address className="not-italic">
      <strong>{name}</strong>
      <br />
      {address}
      <br />
      <a href={`mailto:${email}`}>{email}</a>
      {phone && <br />}
      {phone && (
        <>
          Téléphone : <a href={telephone(phone)}>{phone}</a>
        </>
      )}
      {siret && <br />}
      {siret && `SIRET : ${siretInWords(siret)}`}
      {website && <br />}
      {website && <a href={website}>{website.replace(/^https?:\/\//, "")}</a>}
      {openingHours && <span className="mt-2 block whitespace-pre-line">{openingHours}</span>}
    </address>
  );
}
