import { PublicationsCard, type PublicationView } from "./publications-list";

/** What the structure offers to anyone, on the home page; nothing when there is none. */
export function PublicDownloads({ publications }: { publications: PublicationView[] }) {
  if (publications.length === 0) return null;
  return (
    <section aria-labelledby="telechargements" className="mt-10 sm:mt-14">
      <h2 id="telechargements" className="mb-3">
        À télécharger
      </h2>
      <PublicationsCard publications={publications} />
    </section>
  );
}
