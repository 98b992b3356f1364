import type { Metadata } from "next";
import { CancelReceiptForm } from "@/components/billing/office/cancel-receipt-form";
import { incidentTitle } from "@/components/billing/office/office-words";
import { PaymentFacts } from "@/components/billing/office/payment-facts";
import { BankNotices, PaidInvoices, PaidPlaces } from "@/components/billing/office/payment-trail";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getPaymentPage } from "@/lib/billing/office/queries/payment-page";
import { isAllowed } from "@/lib/core/authorize";
import { instantInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Paiement" };

type Props = { params: Promise<{ id: string }> };

export default async function PaymentPage({ params }: Props) {
  const ctx = await requireAgent("revenue-office:read");
  const { id } = await params;
  const [shell, payment] = await Promise.all([getAdminShell(ctx), foundOr404(getPaymentPage(ctx, id))]);
  const { cancelledAt, cancelReason, incidents } = payment;
  const canCancel = !payment.gateway && !cancelledAt && !payment.closingId && isAllowed(ctx.actor, "payments:collect");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regie">
      <PageTitle
        title={`Paiement de la famille ${payment.household}`}
        back={{ href: "/admin/regie", label: "Journal de la régie" }}
      />
      <div className="grid gap-4">
        {cancelledAt && (
          <Notice tone="error" title={`Quittance annulée le ${instantInWords(cancelledAt)}`}>
            {cancelReason}
          </Notice>
        )}
        {incidents.map(({ id, kind, resolvedAt, note }) => (
          <Notice
            key={id}
            tone={resolvedAt ? "success" : "warning"}
            title={incidentTitle(kind)}
            action={!resolvedAt && <ButtonLink href="/admin/regie/a-traiter">Traiter</ButtonLink>}
          >
            {resolvedAt
              ? `Traité le ${instantInWords(resolvedAt)} : ${note ?? ""}`
              : "Cela attend qu’un agent s’en charge."}
          </Notice>
        ))}
        <PaymentFacts payment={payment} />
        {canCancel && <CancelReceiptForm paymentId={payment.id} />}
        <PaidInvoices receipt={payment.receipt} />
        <PaidPlaces places={payment.places} />
        <BankNotices notices={payment.notices} lastAnswer={payment.lastAnswer} />
      </div>
    </AdminShell>
  );
}
