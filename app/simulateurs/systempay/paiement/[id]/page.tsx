import { redirect } from "next/navigation";
import { BankPage } from "@/components/payments/simulator/bank-page";
import { CardForm } from "@/components/payments/simulator/card-form";
import { Facts } from "@/components/payments/simulator/facts";
import { dateOf } from "@/lib/core/calendar";
import { formatEuros } from "@/lib/core/money";
import { systempayScenarios } from "@/lib/payments/simulator/scenarios";
import { serve } from "@/lib/payments/simulator/serve";
import { findTestCard, offeredCards } from "@/lib/payments/simulator/systempay/cards";
import { getSystempayPage } from "@/lib/payments/simulator/systempay/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ carte?: string; erreur?: string }> };

export default async function SystempayPayerPage({ params, searchParams }: Props) {
  const [{ id }, { carte = "", erreur }] = await Promise.all([params, searchParams]);
  const { payment, thisYear } = await serve(async (ctx) => ({
    payment: await getSystempayPage(ctx, id),
    thisYear: Number(dateOf(ctx.now).slice(0, 4)),
  }));
  if (payment.status) redirect(`/simulateurs/systempay/paiement/${id}/resultat`);

  return (
    <BankPage bank="systempay" title="Paiement par carte">
      <Facts
        facts={{
          "Identifiant du marchand": payment.siteId,
          "Référence commande": payment.orderReference,
          Objet: payment.subject,
          Montant: formatEuros(payment.amountCents),
        }}
      />
      <CardForm
        id={id}
        cards={offeredCards.map(({ number, label }) => ({ number, label }))}
        scenarios={systempayScenarios}
        years={Array.from({ length: 10 }, (_, i) => String(thisYear + i))}
        picked={findTestCard(carte)?.number}
        wrongField={erreur}
      />
    </BankPage>
  );
}
