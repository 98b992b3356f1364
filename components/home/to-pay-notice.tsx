import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { soonInWords } from "@/components/ui/soon";
import { formatEuros } from "@/lib/core/money";

export type ToPayView = { count: number; totalCents: number; holdExpiresAt: Date; children: string[] };

const together = new Intl.ListFormat("fr-FR", { type: "conjunction" });

export function ToPayNotice({ toPay, now }: { toPay: ToPayView; now: Date }) {
  const { count, totalCents, holdExpiresAt, children } = toPay;
  const requests = `${count} ${count > 1 ? "demandes" : "demande"} à payer`;
  const action = (
    <ButtonLink href="/panier" variant="primary" className="grow">
      Voir le panier
    </ButtonLink>
  );
  return (
    <Notice
      tone="warning"
      title={`${requests} avant ${soonInWords(holdExpiresAt, now)} : ${formatEuros(totalCents)}`}
      action={action}
    >
      {count > 1 ? "Les places" : "La place"} de {together.format(children)} {count > 1 ? "sont gardées" : "est gardée"}{" "}
      jusque-là.
    </Notice>
  );
}
