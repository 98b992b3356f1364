import { PublicDownloads } from "@/components/documents/publications/public-downloads";
import { PublicHome } from "@/components/home/public-home";
import { dateOf } from "@/lib/core/calendar";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";
import { listPublicPublications } from "@/lib/documents/publications/queries";

const services = [
  { name: "Accueil du matin", description: "Avant l’école, avec les animateurs." },
  { name: "Restauration scolaire", description: "Le repas et la pause de midi." },
  { name: "Accueil du soir", description: "Après la classe : goûter, jeux, leçons." },
  { name: "Mercredis", description: "La journée ou la demi-journée de loisirs." },
];

export default async function PublicHomePage() {
  const ctx = systemContext("public-pages");
  const [organization, publications] = await Promise.all([findOrganization(ctx), listPublicPublications(ctx)]);
  return (
    <>
      <PublicHome organization={organization} services={services} />
      <PublicDownloads
        publications={publications.map(({ fileAt, ...one }) => ({ ...one, putOn: dateOf(fileAt), isNew: false }))}
      />
    </>
  );
}
