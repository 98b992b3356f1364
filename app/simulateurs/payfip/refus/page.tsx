import { BankPage } from "@/components/payments/simulator/bank-page";
import { assertDemonstration } from "@/lib/payments/simulator/demonstration";
import { serve } from "@/lib/payments/simulator/serve";

type Props = { searchParams: Promise<{ code?: string }> };

const sentences: Record<string, string> = {
  P1: "Ce paiement est inconnu, ou il a été effacé parce qu’il n’a pas servi.",
  P3: "Cette page de paiement a déjà été ouverte : elle ne sert qu’une fois.",
  P4: "Cette page de paiement a été demandée il y a plus de 15 minutes.",
};

export default async function PayfipRefusalPage({ searchParams }: Props) {
  const { code: asked = "" } = await searchParams;
  await serve(async () => assertDemonstration());
  const code = Object.hasOwn(sentences, asked) ? asked : "P1";

  return (
    <BankPage bank="payfip" title="Paiement impossible">
      <p>{sentences[code]}</p>
      <p>Retournez sur le portail pour recommencer le paiement.</p>
      <p className="bank-hint">Code {code}</p>
    </BankPage>
  );
}
