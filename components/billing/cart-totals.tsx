import { ShieldCheck } from "lucide-react";
import type { PostedAction } from "@/components/form/use-posted-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { CartBlock } from "@/lib/billing/cart/rules";
import { gatewayNotes } from "./gateway-words";
import { PayForm } from "./pay-form";

type Props = { block: CartBlock; householdId: string; pay: PostedAction | undefined };

/** What is due at one régie, and the one thing to do about it. */
export function CartTotals({ block, householdId, pay }: Props) {
  const { revenueOfficeId, subtotalCents, balanceCents, totalCents, gateway, test, openPaymentId } = block;
  const used = subtotalCents - totalCents;
  const left = balanceCents - used;
  const fields = { householdId, revenueOfficeId, expectedTotalCents: totalCents };
  const note =
    totalCents === 0 ? "Votre solde couvre ce total : aucun paiement ne vous sera demandé." : gatewayNotes[gateway];

  return (
    <Card className="p-5 lg:sticky lg:top-24">
      {test && (
        <p className="mb-4 rounded-small bg-request-soft px-3 py-2 text-sm font-semibold text-request">
          MODE TEST : aucun argent ne sera débité.
        </p>
      )}
      <dl className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 gap-y-2">
        <dt>Sous-total</dt>
        <dd className="text-right">
          <Money cents={subtotalCents} />
        </dd>
        <dt>
          Solde du compte
          {left > 0 && (
            <span className="block text-xs text-ink-2">
              il vous restera <Money cents={left} />
            </span>
          )}
        </dt>
        <dd className="text-right">
          <Money cents={-used} sign look={used > 0 ? "credit" : "plain"} />
        </dd>
        <dt className="text-lg font-bold">Total</dt>
        <dd className="text-right text-[1.375rem] font-bold tracking-tight">
          <Money cents={totalCents} />
        </dd>
      </dl>
      <div className="mt-4">
        {openPaymentId !== null ? <OpenPayment id={openPaymentId} /> : pay && <PayForm fields={fields} pay={pay} />}
      </div>
      <p className="mt-3 flex gap-2 text-xs text-ink-2">
        <ShieldCheck className="mt-0.5 size-4" />
        <span>{note} Aucune donnée bancaire ne passe par ce portail.</span>
      </p>
    </Card>
  );
}

function OpenPayment({ id }: { id: string }) {
  return (
    <>
      <Notice tone="info" title="Un paiement est déjà en cours à la banque.">
        Vos places restent gardées jusqu’à sa réponse.
      </Notice>
      <ButtonLink href={`/paiement/${id}`} variant="primary" wide className="mt-3">
        Suivre ce paiement
      </ButtonLink>
    </>
  );
}
