import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { NewThreadForm } from "@/components/contact/new-thread-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { listMatters } from "@/lib/contact/queries/family";
import { getHouseholdName } from "@/lib/families/queries/household-name";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Écrire à une famille" };

type Props = { searchParams: Promise<{ foyer?: string | string[] }> };

export default async function WriteToFamilyPage({ searchParams }: Props) {
  const ctx = await requireAgent("contact:write");
  const householdId = String((await searchParams).foyer ?? "");
  const name = await foundOr404(getHouseholdName(ctx, householdId));
  const [shell, matters] = await Promise.all([getAdminShell(ctx), listMatters(ctx, householdId)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle title={`Écrire à la famille ${name}`} />
      <Card className="p-5">
        <NewThreadForm householdId={householdId} matters={matters} clientKey={randomUUID()} path="/admin/contact" />
      </Card>
    </AdminShell>
  );
}
