import { FileCheck2 } from "lucide-react";
import { gatewayNotes } from "@/components/billing/gateway-words";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { DueBlock } from "@/lib/billing/invoices/rules";
import { PayInvoicesForm } from "./pay-invoices-form";

type Props = {
  blocks: DueBlock[];
  householdId: string;
  /** The one that is ticked to begin with, when one comes from its page. */
  only?: string;
  /** An agent who looks on pays nothing. */
  canPay: boolean;
};

/** What is still to pay: one block per régie, because each is paid at its own bank. */
export function DueInvoices({ blocks, householdId, only, canPay }: Props) {
  if (blocks.length === 0) {
    return (
      <EmptyState icon={FileCheck2} title="Vous n’avez rien à payer">
        Vos prochaines factures arriveront ici, et un e-mail vous préviendra.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-8">
      {blocks.map((block) => (
        <section key={block.revenueOfficeId} aria-labelledby={`regie-${block.revenueOfficeId}`} className="grid gap-3">
          <h2 id={`regie-${block.revenueOfficeId}`} className={blocks.length === 1 ? "sr-only" : ""}>
            {block.name}
          </h2>
          {block.openPaymentId && (
            <Notice
              tone="info"
              title="Un paiement est en cours à la banque."
              action={
                <ButtonLink href={`/paiement/${block.openPaymentId}`} size="small">
                  Suivre ce paiement
                </ButtonLink>
              }
            >
              Inutile de payer à nouveau les mêmes factures : sa réponse arrive d’elle-même. Ce qui serait payé deux
              fois resterait en crédit sur votre compte. Elles ne sont donc plus cochées.
            </Notice>
          )}
          <PayInvoicesForm
            block={block}
            householdId={householdId}
            only={only}
            note={gatewayNotes[block.gateway]}
            canPay={canPay}
          />
        </section>
      ))}
    </div>
  );
}
