import { PublicHome } from "@/components/home/public-home";
import { listShowcase } from "@/lib/catalogue/showcase/queries";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";

export default async function PublicHomePage() {
  const ctx = systemContext("public-pages");
  const [organization, showcase] = await Promise.all([findOrganization(ctx), listShowcase(ctx)]);
  return <PublicHome organization={organization} {...showcase} />;
}
