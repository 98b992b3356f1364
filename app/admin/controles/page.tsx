import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ControlsList } from "@/components/reporting/controls-list";
import { requireAgent } from "@/lib/auth/gates";
import { instantInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { runControls } from "@/lib/reporting/controls/run-controls";

export const metadata: Metadata = { title: "Contrôles" };

export default async function ControlsPage() {
  const ctx = await requireAgent("controls:read");
  const [shell, results] = await Promise.all([getAdminShell(ctx), runControls(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="controles">
      <PageTitle
        title="Contrôles"
        lead={`Ce qui doit toujours être vrai des places et de l’argent, vérifié ${instantInWords(ctx.now)}. Rien n’est modifié.`}
      />
      <ControlsList results={results} />
    </AdminShell>
  );
}
