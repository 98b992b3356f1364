import { FileDown, MessageCircleQuestion } from "lucide-react";
import type { Metadata } from "next";
import { InvoiceFacts } from "@/components/billing/invoices/invoice-facts";
import { InvoiceLines } from "@/components/billing/invoices/invoice-lines";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireGuardian } from "@/lib/auth/gates";
import { getInvoice } from "@/lib/billing/invoices/queries/invoice";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import { spanInWords } from "@/lib/core/format-date";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Facture" };

type Props = { params: Promise<{ id: string }> };

export default async function InvoicePage({ params }: Props) {
  const ctx = await requireGuardian();
  const { id } = await params;
  const [shell, invoice] = await Promise.all([getFamilyShell(ctx, ctx.householdId), foundOr404(getInvoice(ctx, id))]);

  const may = (permission: Permission) => isAllowed(ctx.actor, permission, { householdId: ctx.householdId });
  const mayContest = invoice.kind === "invoice" && may("contact:write");
  const contest = `/contact/nouveau?facture=${id}`;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="factures">
      <PageTitle
        title={`${invoice.kind === "invoice" ? "Facture" : "Avoir"} ${invoice.number}`}
        lead={`${invoice.view.revenueOffice.name}, ${spanInWords(invoice.periodFrom, invoice.periodTo)}`}
        back={{ href: "/factures", label: "Toutes mes factures" }}
      >
        <ButtonLink href={`/api/factures/${id}/pdf`}>
          <FileDown />
          Télécharger le PDF
        </ButtonLink>
      </PageTitle>
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-5 max-lg:order-2">
          {mayContest && (
            <p className="text-sm text-ink-2 print:hidden">
              Ouvrez un prix pour voir comment il est calculé, ou pour contester sa ligne.
            </p>
          )}
          <InvoiceLines invoice={invoice} contest={mayContest ? (line) => `${contest}&ligne=${line}` : undefined} />
          {mayContest && (
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2 print:hidden">
              Autre chose vous étonne ?
              <ButtonLink href={contest} size="small">
                <MessageCircleQuestion className="size-4" />
                Contester cette facture
              </ButtonLink>
            </p>
          )}
        </div>
        <InvoiceFacts
          invoice={invoice}
          base="/factures"
          pay={may("cart:pay") ? `/factures?facture=${id}` : undefined}
          threads="/contact"
        />
      </div>
    </FamilyShell>
  );
}
