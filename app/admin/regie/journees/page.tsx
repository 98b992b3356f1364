import { CalendarCheck } from "lucide-react";
import type { Metadata } from "next";
import { CashCeiling } from "@/components/billing/office/cash-ceiling";
import { CloseDayForm } from "@/components/billing/office/close-day-form";
import { ClosingsList } from "@/components/billing/office/closings-list";
import { OfficeNav } from "@/components/billing/office/office-nav";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { requireAgent } from "@/lib/auth/gates";
import { listClosings, listOpenDays } from "@/lib/billing/office/queries/closings";
import { countOfficeTasks } from "@/lib/billing/office/queries/journal";
import { isAllowed } from "@/lib/core/authorize";
import { meansInWords } from "@/lib/payments/rules";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Arrêtés de la régie" };

export default async function ClosingsPage() {
  const ctx = await requireAgent("revenue-office:read");
  const [shell, tasks, open, closings] = await Promise.all([
    getAdminShell(ctx),
    countOfficeTasks(ctx),
    listOpenDays(ctx),
    listClosings(ctx),
  ]);
  const canCollect = isAllowed(ctx.actor, "payments:collect");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regie">
      <PageTitle
        title="Arrêtés"
        lead="Ce qui a été encaissé au guichet : compté, figé, puis versé avec son bordereau."
      />
      <OfficeNav current="journees" tasks={tasks} canCollect={canCollect} />
      <div className="grid gap-4">
        <CashCeiling days={open} withLink={false} />
        {open.length === 0 && (
          <EmptyState icon={CalendarCheck} title="Tout est arrêté">
            Rien n’a été encaissé au guichet depuis le dernier arrêté.
          </EmptyState>
        )}
        {open.map(({ officeId, office, count, cents, cashCents, byMeans }) => (
          <Card key={officeId} aria-labelledby={officeId} className="grid gap-3 p-5">
            <h2 id={officeId}>{office}</h2>
            <p>
              {count === 1 ? "1 paiement" : `${count} paiements`} depuis le dernier arrêté :{" "}
              <strong>
                <Money cents={cents} />
              </strong>
            </p>
            <dl className="flex flex-wrap gap-x-8 gap-y-2">
              {byMeans.map(({ means, count, cents }) => (
                <div key={means}>
                  <dt className="text-sm text-ink-2">
                    {means && meansInWords[means]} ({count})
                  </dt>
                  <dd className="font-semibold">
                    <Money cents={cents} />
                  </dd>
                </div>
              ))}
            </dl>
            {canCollect && <CloseDayForm revenueOfficeId={officeId} office={office} cashCents={cashCents} />}
          </Card>
        ))}
        <ClosingsList closings={closings} />
      </div>
    </AdminShell>
  );
}
