import { HandCoins } from "lucide-react";
import type { Metadata } from "next";
import { OfficeNav } from "@/components/billing/office/office-nav";
import { refundItem } from "@/components/billing/refunds/refund-item";
import { RefundsDone, RefundsToPay } from "@/components/billing/refunds/refunds-to-pay";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Queue } from "@/components/queue/queue";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { requireAgent } from "@/lib/auth/gates";
import { countOfficeTasks } from "@/lib/billing/office/queries/journal";
import { decideRefundAction } from "@/lib/billing/refunds/actions";
import { listRefunds, readIban } from "@/lib/billing/refunds/queries";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Remboursements" };

const reasons = ["Le crédit sera déduit de vos prochaines factures.", "Il manque un RIB à votre nom."];

export default async function RefundsPage() {
  const ctx = await requireAgent("revenue-office:read");
  const [shell, tasks, waiting, approved, done] = await Promise.all([
    getAdminShell(ctx),
    countOfficeTasks(ctx),
    listRefunds(ctx, ["waiting"]),
    listRefunds(ctx, ["approved"]),
    listRefunds(ctx, ["executed"]),
  ]);
  const canCollect = isAllowed(ctx.actor, "payments:collect");
  const canDecide = isAllowed(ctx.actor, "refunds:review");
  const toPay = await Promise.all(
    approved.map(async (refund) => ({ ...refund, iban: canCollect ? await readIban(ctx, refund.id) : undefined })),
  );

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regie">
      <PageTitle title="Remboursements" lead="Ce que des familles demandent de leur crédit." />
      <OfficeNav current="remboursements" tasks={tasks} canCollect={canCollect} />
      {waiting.length > 0 && canDecide && (
        <Queue
          label="Remboursements à décider"
          items={waiting.map((refund) => refundItem(refund, ctx.now))}
          decide={decideRefundAction}
          words={{ accept: "Accorder", refuse: "Refuser", accepted: "Accord donné", refused: "Remboursement refusé" }}
          reasons={reasons}
          batch={false}
        />
      )}
      {waiting.length > 0 && !canDecide && (
        <ul className="grid gap-2">
          {waiting.map(({ id, household, amountCents, reason }) => (
            <li key={id}>
              <Money cents={amountCents} />, famille {household} : {reason}
            </li>
          ))}
        </ul>
      )}
      {waiting.length === 0 && (
        <EmptyState icon={HandCoins} title="Aucune demande n’attend">
          Les familles demandent un remboursement depuis leur page Prépaiements.
        </EmptyState>
      )}
      <RefundsToPay refunds={toPay} />
      <RefundsDone refunds={done.toReversed().slice(0, 20)} />
    </AdminShell>
  );
}
