import { PublicDownloads } from "@/components/documents/publications/public-downloads";
import { PublicHome } from "@/components/home/public-home";
import { listShowcase } from "@/lib/catalogue/showcase/queries";
import { listNextOpenings } from "@/lib/catalogue/windows/queries";
import { dateOf } from "@/lib/core/calendar";
import { systemContext } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";
import { listPublicPublications } from "@/lib/documents/publications/queries";

export default async function PublicHomePage() {
  const ctx = systemContext("public-pages");
  const [organization, showcase, openings, publications] = await Promise.all([
    findOrganization(ctx),
    listShowcase(ctx),
    listNextOpenings(ctx),
    listPublicPublications(ctx),
  ]);
  return (
    <>
      <PublicHome organization={organization} {...showcase} openings={openings} />
      <PublicDownloads
        publications={publications.map(({ fileAt, ...one }) => ({ ...one, putOn: dateOf(fileAt), isNew: false }))}
      />
    </>
  );
}
