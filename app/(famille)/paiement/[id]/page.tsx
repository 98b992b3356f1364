import type { Metadata } from "next";
import { PaymentStatus } from "@/components/billing/payment-status";
import { FamilyShell } from "@/components/layout/family-shell";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireGuardian } from "@/lib/auth/gates";
import { getPaymentView } from "@/lib/billing/payment-view";
import { isAllowed } from "@/lib/core/authorize";
import { getDeparture } from "@/lib/payments/get-departure";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Paiement" };

type Props = { params: Promise<{ id: string }> };

export default async function PaymentPage({ params }: Props) {
  const ctx = await requireGuardian();
  const { id } = await params;
  const [shell, payment] = await Promise.all([
    getFamilyShell(ctx, ctx.householdId),
    foundOr404(getPaymentView(ctx, id)),
  ]);
  const canPay = isAllowed(ctx.actor, "cart:pay", { householdId: ctx.householdId });
  const departure = canPay && payment.outcome === "pending" && (await getDeparture(ctx, id));

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <PaymentStatus payment={payment} departure={departure ? `/paiement/${id}/depart` : undefined} />
    </FamilyShell>
  );
}
