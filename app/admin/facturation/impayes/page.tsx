import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { AgeingChart } from "@/components/billing/reminders/ageing-chart";
import { LateList } from "@/components/billing/reminders/late-list";
import { ReminderForm } from "@/components/billing/reminders/reminder-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireAgent } from "@/lib/auth/gates";
import { getReminderDesk, type UnpaidInvoice } from "@/lib/billing/reminders/queries";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Impayés et relances" };

type Props = { searchParams: Promise<{ relancees?: string }> };

export default async function UnpaidPage({ searchParams }: Props) {
  const ctx = await requireAgent("invoices:read");
  const [shell, { ageing, late }, { relancees }] = await Promise.all([
    getAdminShell(ctx),
    getReminderDesk(ctx),
    searchParams,
  ]);
  const mayRemind = isAllowed(ctx.actor, "billing:run") || isAllowed(ctx.actor, "payments:collect");
  const toRemind = (level: 1 | 2) =>
    mayRemind ? late.filter(({ next }) => next.step === "remind" && next.level === level) : [];
  const batches = ([1, 2] as const)
    .map((level) => ({ level, invoices: toRemind(level) }))
    .filter(({ invoices }) => invoices.length > 0);
  const others = late.filter((invoice) => !batches.some(({ invoices }) => invoices.includes(invoice)));
  const sent = Number(relancees);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="facturation">
      <PageTitle
        title="Impayés et relances"
        lead="Une relance part une fois par palier, s’arrête dès que la facture est payée, et ne bloque rien : ni la cantine, ni le compte."
        back={{ href: "/admin/facturation", label: "Facturation" }}
      />
      <div className="grid gap-6">
        {sent > 0 && (
          <Notice
            tone="success"
            role="status"
            title={sent === 1 ? "1 facture est relancée" : `${sent} factures sont relancées`}
          >
            Les messages partent en arrière-plan, un par personne.
          </Notice>
        )}
        <AgeingChart bands={ageing} />
        {late.length === 0 && (
          <EmptyState icon={CircleCheck} title="Rien n’est en retard">
            Chaque facture échue est payée.
          </EmptyState>
        )}
        {batches.map(({ level, invoices }) => (
          <ReminderForm key={level} level={level} invoices={invoices.map(rowOf)} />
        ))}
        {others.length > 0 && (
          <section aria-labelledby="autres">
            <h2 id="autres" className="mb-3">
              {batches.length > 0 ? "Les autres factures en retard" : "Factures en retard"}
            </h2>
            <LateList invoices={others} />
          </section>
        )}
      </div>
    </AdminShell>
  );
}

/** What the browser needs of an invoice. */
const rowOf = ({ id, number, householdId, household, dueCents, daysLate }: UnpaidInvoice) => ({
  id,
  number,
  householdId,
  household,
  dueCents,
  daysLate,
});
