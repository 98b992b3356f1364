import { Pages } from "@/components/ui/pages";
import type { EmailFilterInput } from "@/lib/notifications/input";

type Props = { filter: EmailFilterInput; pages: number };

/** The list keeps its filter from one page to the next. */
export function EmailPages({ filter, pages }: Props) {
  const { destinataire, etat } = filter;
  const addressOf = (page: number) => {
    const query = new URLSearchParams({
      ...(destinataire && { destinataire }),
      ...(etat && { etat }),
      page: `${page}`,
    });
    return `/admin/messages/envois?${query}`;
  };
  return <Pages page={filter.page} pages={pages} addressOf={addressOf} />;
}
