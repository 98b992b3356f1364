import { BankPage } from "@/components/payments/simulator/bank-page";
import { assertDemonstration } from "@/lib/payments/simulator/demonstration";
import { serve } from "@/lib/payments/simulator/serve";
import { fieldOfNumber } from "@/lib/payments/simulator/systempay/check-form";

type Props = { searchParams: Promise<{ champ?: string }> };

export default async function SystempayRefusalPage({ searchParams }: Props) {
  const { champ = "" } = await searchParams;
  await serve(async () => assertDemonstration());
  const field = fieldOfNumber(champ);

  return (
    <BankPage bank="systempay" title="Demande de paiement refusée">
      <p>Le formulaire envoyé par la boutique n’est pas conforme. Retournez sur le portail et signalez-le.</p>
      {field && (
        <p className="bank-hint">
          Erreur {champ}&nbsp;: {field}
        </p>
      )}
    </BankPage>
  );
}
