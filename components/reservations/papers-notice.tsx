import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { MonthView } from "@/lib/reservations/rules";

/** What a family has to send before it books, told before it tries. */
export function PapersNotice({ papers }: { papers: NonNullable<MonthView["papers"]> }) {
  const who = new Intl.ListFormat("fr").format(papers.map(({ firstName }) => firstName));
  const names = [...new Set(papers.flatMap(({ names }) => names))];
  return (
    <Notice
      tone="warning"
      title={`Avant de réserver pour ${who}, ${names.length === 1 ? "une pièce est" : "des pièces sont"} à envoyer`}
      action={
        <ButtonLink href="/documents#demandes" variant="primary" className="grow">
          Envoyer {names.length === 1 ? "la pièce" : "les pièces"}
        </ButtonLink>
      }
    >
      {names.join(", ")}. Une photo suffit, et vous réservez dès l’envoi. La cantine se réserve sans attendre.
    </Notice>
  );
}
