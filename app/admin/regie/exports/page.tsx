import type { Metadata } from "next";
import { ExportsForms } from "@/components/billing/office/exports-form";
import { OfficeNav } from "@/components/billing/office/office-nav";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Link } from "@/components/ui/link";
import { requireAgent } from "@/lib/auth/gates";
import { countOfficeTasks, listOffices } from "@/lib/billing/office/queries/journal";
import { periodOf } from "@/lib/billing/office/rules";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Exports de la régie" };

export default async function ExportsPage() {
  const ctx = await requireAgent("revenue-office:read");
  const [shell, tasks, offices] = await Promise.all([getAdminShell(ctx), countOfficeTasks(ctx), listOffices(ctx)]);
  const canCollect = isAllowed(ctx.actor, "payments:collect");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regie">
      <PageTitle
        title="Exports"
        lead="Des fichiers qui tombent juste avec le grand livre. Chaque téléchargement est enregistré à votre nom."
      />
      <OfficeNav current="exports" tasks={tasks} canCollect={canCollect} />
      <ExportsForms period={periodOf({}, ctx.now)} offices={offices} />
      <p className="mt-4">
        <Link href="/admin/facturation/attestations" className="font-semibold underline underline-offset-3">
          Toutes les attestations fiscales d’une année
        </Link>
      </p>
    </AdminShell>
  );
}
