"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { confirmWithCreditAction } from "@/lib/billing/cart/actions";
import type { CounterCart } from "@/lib/billing/cart/queries";

/** What a family has asked for and not paid, by régie: an agent confirms it with the credit of the account. */
export function CartsToConfirm({ householdId, carts }: { householdId: string; carts: CounterCart[] }) {
  return carts.map((cart) => <CartToConfirm key={cart.revenueOfficeId} householdId={householdId} cart={cart} />);
}

function CartToConfirm({ householdId, cart }: { householdId: string; cart: CounterCart }) {
  const { revenueOfficeId, name, count, subtotalCents, balanceCents } = cart;
  const { form, isPending, summary } = useKeptForm(confirmWithCreditAction, () =>
    notify("Réservations confirmées avec le crédit du compte.", { tone: "success" }),
  );
  const isCovered = balanceCents >= subtotalCents;
  return (
    <Notice
      tone={isCovered ? "info" : "warning"}
      title={
        <>
          {count === 1 ? "1 demande" : `${count} demandes`} à payer : <Money cents={subtotalCents} />
        </>
      }
      action={
        isCovered && (
          <form {...form}>
            <HiddenFields fields={{ householdId, revenueOfficeId }} />
            <SubmitButton pending={isPending}>Confirmer avec le crédit</SubmitButton>
          </form>
        )
      }
    >
      {name} · crédit du compte : <Money cents={balanceCents} />.{" "}
      {!isCovered && (
        <>
          Il manque <Money cents={subtotalCents - balanceCents} /> : la famille paie en ligne, ou à la régie.
        </>
      )}
      {summary.message && <span role="alert"> {summary.message}</span>}
    </Notice>
  );
}
