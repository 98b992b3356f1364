import { ButtonLink } from "@/components/ui/button";
import type { EmailFilterInput } from "@/lib/notifications/input";

type Props = { filter: EmailFilterInput; pages: number };

/** The way from one page of the list to the next, by its address. */
export function EmailPages({ filter, pages }: Props) {
  if (pages <= 1) return null;
  const { page } = filter;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-3">
      {page > 1 ? <ButtonLink href={addressOf(filter, page - 1)}>Précédents</ButtonLink> : <span />}
      <p className="text-sm text-ink-2">
        Page {page} sur {pages}
      </p>
      {page < pages ? <ButtonLink href={addressOf(filter, page + 1)}>Suivants</ButtonLink> : <span />}
    </nav>
  );
}

function addressOf({ destinataire, etat }: EmailFilterInput, page: number): string {
  const query = new URLSearchParams({ ...(destinataire && { destinataire }), ...(etat && { etat }), page: `${page}` });
  return `/admin/messages/envois?${query}`;
}
