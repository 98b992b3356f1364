import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { NewThreadForm } from "@/components/contact/new-thread-form";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { requireGuardian } from "@/lib/auth/gates";
import { contestInput } from "@/lib/contact/input";
import { findContested } from "@/lib/contact/queries/contested";
import { listMatters } from "@/lib/contact/queries/family";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Écrire à la structure" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewThreadPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const asked = await searchParams;
  const { facture: invoiceId, ligne: invoiceLineId } = contestInput.parse(asked);
  const [shell, matters, contested] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listMatters(ctx, householdId),
    invoiceId ? findContested(ctx, { householdId, invoiceId, invoiceLineId }) : undefined,
  ]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle
        title={contested ? "Contester une facture" : "Écrire à la structure"}
        lead="Votre message est lu par les agents du service concerné."
        back={{ href: "/contact", label: "Tous mes échanges" }}
      />
      <Card className="p-4 sm:p-6">
        <NewThreadForm
          householdId={householdId}
          matters={matters}
          subject={String(asked.sujet ?? "")}
          contested={contested}
          clientKey={randomUUID()}
          path="/contact"
        />
      </Card>
    </FamilyShell>
  );
}
