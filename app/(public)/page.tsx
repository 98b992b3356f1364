import { PublicDownloads } from "@/components/documents/publications/public-downloads";
import { PublicHome } from "@/components/home/public-home";
import { listShowcase } from "@/lib/catalogue/showcase/queries";
import { dateOf } from "@/lib/core/calendar";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";
import { listPublicPublications } from "@/lib/documents/publications/queries";

export default async function PublicHomePage() {
  const ctx = systemContext("public-pages");
  const [organization, showcase, publications] = await Promise.all([
    findOrganization(ctx),
    listShowcase(ctx),
    listPublicPublications(ctx),
  ]);
  return (
    <>
      <PublicHome organization={organization} {...showcase} />
      <PublicDownloads
        publications={publications.map(({ fileAt, ...one }) => ({ ...one, putOn: dateOf(fileAt), isNew: false }))}
      />
    </>
  );
}
