import { redirect } from "next/navigation";
import { BankPage } from "@/components/payments/simulator/bank-page";
import { Facts } from "@/components/payments/simulator/facts";
import { PayfipChoice } from "@/components/payments/simulator/payfip-choice";
import { formatEuros } from "@/lib/core/money";
import { getPayfipPage } from "@/lib/payments/simulator/payfip/queries";
import { payfipScenarios } from "@/lib/payments/simulator/scenarios";
import { serve } from "@/lib/payments/simulator/serve";

type Props = { params: Promise<{ key: string }> };

export default async function PayfipPayerPage({ params }: Props) {
  const { key } = await params;
  const payment = await serve((ctx) => getPayfipPage(ctx, key));
  if (payment.resultrans) redirect(`/simulateurs/payfip/paiement/${key}/resultat`);

  return (
    <BankPage bank="payfip" title={`Payer ${formatEuros(payment.amountCents)}`}>
      <section aria-labelledby="debt">
        <h2 id="debt">Informations sur la dette</h2>
        <Facts
          facts={{
            "Référence de la dette": payment.orderReference,
            Objet: payment.subject,
            Montant: formatEuros(payment.amountCents),
            "Adresse électronique": payment.email,
          }}
        />
      </section>
      <PayfipChoice payerKey={key} scenarios={payfipScenarios} />
    </BankPage>
  );
}
