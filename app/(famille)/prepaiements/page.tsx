import type { Metadata } from "next";
import { MovementsList } from "@/components/billing/movements-list";
import { ReceiptsList } from "@/components/billing/receipts-list";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Notice } from "@/components/ui/notice";
import { requireGuardian } from "@/lib/auth/gates";
import { listReceipts } from "@/lib/billing/queries";
import { dateOf } from "@/lib/core/calendar";
import { listAccounts } from "@/lib/ledger/queries";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Prépaiements" };

/** Two years of monthly payments; older ones are asked of the structure. */
const RECEIPTS = 100;

type Props = { searchParams: Promise<{ regle?: string }> };

export default async function PrepaymentsPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const [shell, receipts, accounts] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listReceipts(ctx, householdId, { limit: RECEIPTS }),
    listAccounts(ctx, householdId),
  ]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="prepaiements">
      <PageTitle title="Prépaiements" lead="Vos reçus et les mouvements de votre compte." />
      <div className="grid gap-6">
        {(await searchParams).regle === "credit" && (
          <Notice tone="success" title="Vos places sont réservées">
            Le crédit de votre compte a tout réglé : rien n’a été demandé à votre banque.
          </Notice>
        )}
        <ReceiptsList
          receipts={receipts.map(({ issuedAt, ...receipt }) => ({ ...receipt, paidOn: dateOf(issuedAt) }))}
        />
        {accounts.map((account) => (
          <MovementsList key={account.revenueOfficeId} account={account} />
        ))}
      </div>
    </FamilyShell>
  );
}
