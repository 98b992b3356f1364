import { FileDown } from "lucide-react";
import type { Metadata } from "next";
import { CreditForm } from "@/components/billing/invoices/credit-form";
import { InvoiceFacts } from "@/components/billing/invoices/invoice-facts";
import { InvoiceLines } from "@/components/billing/invoices/invoice-lines";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getInvoice } from "@/lib/billing/invoices/queries/invoice";
import { periodInWords } from "@/lib/billing/invoices/rules";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Facture" };

type Props = { params: Promise<{ id: string }> };

export default async function AdminInvoicePage({ params }: Props) {
  const ctx = await requireAgent("invoices:read");
  const { id } = await params;
  const [shell, invoice] = await Promise.all([getAdminShell(ctx), foundOr404(getInvoice(ctx, id))]);
  const open = invoice.children.flatMap(({ name, lines }) =>
    lines
      .filter(({ isCredited }) => !isCredited)
      .map(({ id, date, activity, slot, cents }) => ({
        id,
        child: name,
        date,
        service: `${activity} · ${slot}`,
        cents,
      })),
  );
  const mayCredit = invoice.kind === "invoice" && open.length > 0 && isAllowed(ctx.actor, "billing:run");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="facturation">
      <PageTitle
        title={`${invoice.kind === "invoice" ? "Facture" : "Avoir"} ${invoice.number}`}
        lead={`${invoice.view.payer.name}, ${invoice.view.revenueOffice.name}, ${periodInWords(invoice)}`}
        back={{ href: "/admin/facturation/factures", label: "Toutes les factures" }}
      >
        <ButtonLink href={`/admin/familles/${invoice.householdId}`}>Voir la famille</ButtonLink>
        <ButtonLink href={`/api/factures/${id}/pdf`}>
          <FileDown />
          Télécharger le PDF
        </ButtonLink>
        {invoice.dueCents > 0 && isAllowed(ctx.actor, "payments:collect") && (
          <ButtonLink href={`/admin/regie/encaisser?famille=${invoice.householdId}`} variant="primary">
            Encaisser
          </ButtonLink>
        )}
      </PageTitle>
      <div className="grid items-start gap-5 max-lg:[&>:last-child]:order-first lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-5">
          <InvoiceLines invoice={invoice} showsPointings />
          {mayCredit && (
            <Card className="p-5" aria-labelledby="avoir">
              <details>
                <summary className="cursor-pointer">
                  <h2 id="avoir" className="inline">
                    Émettre un avoir
                  </h2>
                </summary>
                <p className="mt-2 mb-4 text-sm text-ink-2">
                  Un avoir annule des lignes : il paie ce qui restait dû, le surplus va au crédit du compte. Les places
                  pourront être facturées à nouveau.
                </p>
                <CreditForm invoiceId={id} lines={open} />
              </details>
            </Card>
          )}
        </div>
        <InvoiceFacts
          invoice={invoice}
          base="/admin/facturation/factures"
          threads={isAllowed(ctx.actor, "contact:read") ? "/admin/contact" : undefined}
          showsReminders
        />
      </div>
    </AdminShell>
  );
}
