import { randomUUID } from "node:crypto";
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { MovementsList } from "@/components/billing/movements-list";
import { ReceiptsList } from "@/components/billing/receipts-list";
import { RefundForm } from "@/components/billing/refunds/refund-form";
import { RefundsList } from "@/components/billing/refunds/refunds-list";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { requireGuardian } from "@/lib/auth/gates";
import { listReceipts } from "@/lib/billing/queries";
import { listHouseholdRefunds } from "@/lib/billing/refunds/queries";
import { dateOf } from "@/lib/core/calendar";
import { formatEuros } from "@/lib/core/money";
import { listAccounts } from "@/lib/ledger/queries";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Prépaiements" };

/** Two years of monthly payments; older ones are asked of the structure. */
const RECEIPTS = 100;

/** What is theirs comes first: it will pay what they book next. */
function leadOf(accounts: { balanceCents: number }[]): string {
  const credit = accounts.reduce((sum, { balanceCents }) => sum + Math.max(0, balanceCents), 0);
  return credit > 0
    ? `${formatEuros(credit)} de crédit, déduits de vos prochains paiements.`
    : "Vos reçus et les mouvements de votre compte.";
}

type Props = { searchParams: Promise<{ regle?: string }> };

export default async function PrepaymentsPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const [shell, receipts, accounts, refunds] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listReceipts(ctx, householdId, { limit: RECEIPTS }),
    listAccounts(ctx, householdId),
    listHouseholdRefunds(ctx, householdId),
  ]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="prepaiements">
      <PageTitle title="Prépaiements" lead={leadOf(accounts)}>
        <ButtonLink href="/attestations">
          <FileText className="size-4" />
          Attestations
        </ButtonLink>
      </PageTitle>
      <div className="grid gap-6">
        {(await searchParams).regle === "credit" && (
          <Notice tone="success" title="Vos places sont réservées">
            Le crédit de votre compte a tout réglé : rien n’a été demandé à votre banque.
          </Notice>
        )}
        <ReceiptsList
          receipts={receipts.map(({ issuedAt, ...receipt }) => ({ ...receipt, paidOn: dateOf(issuedAt) }))}
        />
        <RefundsList
          refunds={refunds.map(({ requestedAt, ...refund }) => ({ ...refund, requestedOn: dateOf(requestedAt) }))}
        />
        {accounts.map((account) => {
          const { revenueOfficeId, name, balanceCents } = account;
          return (
            <div key={revenueOfficeId} className="grid gap-3">
              <MovementsList account={account} />
              {balanceCents > 0 && (
                <RefundForm
                  requestId={randomUUID()}
                  householdId={householdId}
                  account={{ revenueOfficeId, name, balanceCents }}
                />
              )}
            </div>
          );
        })}
      </div>
    </FamilyShell>
  );
}
