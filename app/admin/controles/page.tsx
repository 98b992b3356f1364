import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ControlsList } from "@/components/reporting/controls-list";
import { TrailSeal } from "@/components/reporting/trail-seal";
import { keptSealInput } from "@/lib/audit/input";
import { checkSeal, findSeal } from "@/lib/audit/queries";
import { requireAgent } from "@/lib/auth/gates";
import { instantInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { runControls } from "@/lib/reporting/controls/run-controls";

export const metadata: Metadata = { title: "Contrôles" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ControlsPage({ searchParams }: Props) {
  const ctx = await requireAgent("controls:read");
  const { position, empreinte: hash } = keptSealInput.parse(await searchParams);
  const [shell, results, seal, answer] = await Promise.all([
    getAdminShell(ctx),
    runControls(ctx),
    findSeal(ctx),
    position && hash ? checkSeal(ctx, { position, hash }) : undefined,
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="controles">
      <PageTitle
        title="Contrôles"
        lead={`Ce qui doit toujours être vrai des places, de l’argent et du journal, vérifié ${instantInWords(ctx.now)}. Rien n’est modifié.`}
      />
      <div className="grid gap-5">
        <ControlsList results={results} />
        <TrailSeal seal={seal} kept={{ position, hash, answer }} />
      </div>
    </AdminShell>
  );
}
