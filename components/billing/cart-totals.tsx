import { ShieldCheck } from "lucide-react";
import type { PostedAction } from "@/components/form/use-posted-form";
import { ButtonLink } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { CartBlock } from "@/lib/billing/cart/rules";
import { gatewayNotes } from "./gateway-words";
import { PayForm } from "./pay-form";

type Props = { block: CartBlock; householdId: string; pay: PostedAction | undefined };

const rows = "grid grid-cols-[1fr_auto] items-baseline gap-x-6 gap-y-2";

/** What is due at one régie, and the one thing to do about it: on a phone, always under the thumb. */
export function CartTotals({ block, householdId, pay }: Props) {
  const { revenueOfficeId, subtotalCents, balanceCents, totalCents, gateway, test, openPaymentId } = block;
  const used = subtotalCents - totalCents;
  const left = balanceCents - used;
  const fields = { householdId, revenueOfficeId, expectedTotalCents: totalCents };
  const note =
    totalCents === 0 ? "Votre solde couvre ce total : aucun paiement ne vous sera demandé." : gatewayNotes[gateway];

  return (
    <div className="contents lg:sticky lg:top-24 lg:grid lg:gap-3 lg:rounded-card lg:border lg:border-line lg:bg-paper lg:p-5 lg:shadow-card">
      <div className="grid gap-4 max-lg:px-4 sm:max-lg:px-5">
        {test && (
          <p className="rounded-small bg-request-soft px-3 py-2 text-sm font-semibold text-request">
            MODE TEST : aucun argent ne sera débité.
          </p>
        )}
        <dl className={rows}>
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
        </dl>
      </div>
      <div className="grid gap-3 max-lg:rounded-card max-lg:border max-lg:border-line max-lg:bg-paper max-lg:p-4 max-lg:shadow-card max-lg:tall:sticky max-lg:tall:bottom-16">
        <dl className={rows}>
          <dt className="text-lg font-bold">Total</dt>
          <dd className="text-right text-[1.375rem] leading-tight font-bold tracking-tight">
            <Money cents={totalCents} />
          </dd>
        </dl>
        {openPaymentId !== null ? <OpenPayment id={openPaymentId} /> : pay && <PayForm fields={fields} pay={pay} />}
      </div>
      <p className="flex gap-2 text-xs text-ink-2 max-lg:px-4 sm:max-lg:px-5">
        <ShieldCheck className="mt-0.5 size-4" />
        <span>{note} Aucune donnée bancaire ne passe par ce portail.</span>
      </p>
    </div>
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
