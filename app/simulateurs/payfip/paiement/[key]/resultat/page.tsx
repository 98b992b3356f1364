import { BankPage } from "@/components/payments/simulator/bank-page";
import { Facts } from "@/components/payments/simulator/facts";
import { ReturnButton } from "@/components/payments/simulator/return-button";
import { formatEuros } from "@/lib/core/money";
import { getPayfipPage } from "@/lib/payments/simulator/payfip/queries";
import { serve } from "@/lib/payments/simulator/serve";

type Props = { params: Promise<{ key: string }> };

const titles: Record<string, string> = {
  P: "Paiement par carte accepté",
  V: "Prélèvement enregistré",
  R: "Paiement par carte refusé",
  Z: "Prélèvement refusé",
  A: "Paiement annulé",
};

export default async function PayfipResultPage({ params }: Props) {
  const { key } = await params;
  const payment = await serve((ctx) => getPayfipPage(ctx, key));
  const title = titles[payment.resultrans ?? ""];

  return (
    <BankPage bank="payfip" title={title ?? "Page fermée sans payer"}>
      <Facts facts={{ "Référence de la dette": payment.orderReference, Montant: formatEuros(payment.amountCents) }} />
      {title ? (
        <ReturnButton back={payment.back} label="Retourner sur le portail" />
      ) : (
        <p>Vous pouvez fermer cette fenêtre&nbsp;: le portail ne recevra aucune nouvelle de ce paiement.</p>
      )}
    </BankPage>
  );
}
