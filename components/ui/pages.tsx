import { ButtonLink } from "@/components/ui/button";

type Props = { page: number; pages: number; addressOf: (page: number) => string };

/** The way from one page of a list to the next, by its address. */
export function Pages({ page, pages, addressOf }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-3">
      {page > 1 ? <ButtonLink href={addressOf(page - 1)}>Précédents</ButtonLink> : <span />}
      <p className="text-sm text-ink-2">
        Page {page} sur {pages}
      </p>
      {page < pages ? <ButtonLink href={addressOf(page + 1)}>Suivants</ButtonLink> : <span />}
    </nav>
  );
}
