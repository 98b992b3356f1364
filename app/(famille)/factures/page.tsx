import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { DueInvoices } from "@/components/billing/invoices/due-invoices";
import { SettledInvoices } from "@/components/billing/invoices/settled-invoices";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { requireGuardian } from "@/lib/auth/gates";
import { listDueInvoices, listSettledInvoices } from "@/lib/billing/invoices/queries/family";
import { isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { dateInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Factures" };

type Props = { searchParams: Promise<{ onglet?: string; regle?: string; facture?: string }> };

export default async function InvoicesPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const { onglet, regle, facture } = await searchParams;
  const isHistory = onglet === "historique";
  const [shell, blocks, settled] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listDueInvoices(ctx, householdId),
    isHistory ? listSettledInvoices(ctx, householdId) : [],
  ]);
  const due = blocks.flatMap(({ invoices }) => invoices);
  const tabs = [
    { href: "/factures", label: due.length > 0 ? `À payer (${due.length})` : "À payer", isCurrent: !isHistory },
    { href: "/factures?onglet=historique", label: "Historique", isCurrent: isHistory },
  ];

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="factures">
      <PageTitle title="Factures" lead={leadOf(due, dateOf(ctx.now))}>
        <ButtonLink href="/attestations">
          <FileText className="size-4" />
          Attestations
        </ButtonLink>
      </PageTitle>
      <Tabs label="Factures" tabs={tabs} />
      {regle === "credit" && (
        <div className="mb-5">
          <Notice tone="success" title="C’est réglé">
            Le crédit de votre compte a tout payé : rien n’a été demandé à votre banque.
          </Notice>
        </div>
      )}
      {isHistory ? (
        <SettledInvoices
          invoices={settled.map(({ settledAt, ...invoice }) => ({
            ...invoice,
            settledOn: settledAt ? dateOf(new Date(settledAt)) : null,
          }))}
        />
      ) : (
        <DueInvoices
          blocks={blocks}
          householdId={householdId}
          only={facture}
          canPay={isAllowed(ctx.actor, "cart:pay", { householdId })}
        />
      )}
    </FamilyShell>
  );
}

function leadOf(due: { dueCents: number; dueOn: string }[], today: string): string {
  const [next] = due.map(({ dueOn }) => dueOn).sort();
  if (!next) return "Vous n’avez rien à payer.";
  const sumOf = (some: typeof due) => some.reduce((sum, { dueCents }) => sum + dueCents, 0);
  const cents = sumOf(due);
  const late = sumOf(due.filter(({ dueOn }) => dueOn < today));
  if (late === cents) return `${formatEuros(cents)} à payer, en retard.`;
  if (late > 0) return `${formatEuros(cents)} à payer, dont ${formatEuros(late)} en retard.`;
  return `${formatEuros(cents)} à payer, ${due.length > 1 ? "la première facture " : ""}avant le ${dateInWords(next)}.`;
}
