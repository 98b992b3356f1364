import { BankPage } from "@/components/payments/simulator/bank-page";
import { Facts } from "@/components/payments/simulator/facts";
import { ReturnButton } from "@/components/payments/simulator/return-button";
import { formatEuros } from "@/lib/core/money";
import { serve } from "@/lib/payments/simulator/serve";
import { getSystempayPage } from "@/lib/payments/simulator/systempay/queries";

type Props = { params: Promise<{ id: string }> };

const titles: Record<string, string> = {
  AUTHORISED: "Paiement accepté",
  CAPTURED: "Paiement accepté",
  AUTHORISED_TO_VALIDATE: "Paiement en attente de validation",
  REFUSED: "Paiement refusé",
  ABANDONED: "Paiement abandonné",
  CANCELLED: "Paiement annulé par le marchand",
  EXPIRED: "Paiement expiré",
};

export default async function SystempayResultPage({ params }: Props) {
  const { id } = await params;
  const payment = await serve((ctx) => getSystempayPage(ctx, id));

  return (
    <BankPage bank="systempay" title={titles[payment.status ?? ""] ?? "Paiement en cours"}>
      <Facts
        facts={{
          "Identifiant du marchand": payment.siteId,
          "Référence commande": payment.orderReference,
          Montant: formatEuros(payment.amountCents),
        }}
      />
      {payment.back && <ReturnButton back={payment.back} label="Retourner à la boutique" />}
    </BankPage>
  );
}
