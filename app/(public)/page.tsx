import { PublicHome } from "@/components/home/public-home";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";

const services = [
  { name: "Accueil du matin", description: "Avant l’école, avec les animateurs." },
  { name: "Restauration scolaire", description: "Le repas et la pause de midi." },
  { name: "Accueil du soir", description: "Après la classe : goûter, jeux, leçons." },
  { name: "Mercredis", description: "La journée ou la demi-journée de loisirs." },
];

export default async function PublicHomePage() {
  const organization = await findOrganization(systemContext("public-pages"));
  return <PublicHome organization={organization} services={services} />;
}
