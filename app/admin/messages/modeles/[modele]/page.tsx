import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { WordingForm } from "@/components/notifications/wording-form";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getWording } from "@/lib/notifications/wordings/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Modèle de message" };

type Props = { params: Promise<{ modele: string }> };

export default async function WordingPage({ params }: Props) {
  const ctx = await requireAgent("settings:write");
  const { modele } = await params;
  const [shell, { label, ...wording }] = await Promise.all([getAdminShell(ctx), foundOr404(getWording(ctx, modele))]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="modeles">
      <PageTitle
        title={label}
        lead={wording.isOwn ? "Ce message parle avec vos mots." : undefined}
        back={{ href: "/admin/messages/modeles", label: "Tous les modèles" }}
      />
      <WordingForm key={`${wording.isOwn}`} wording={wording} />
    </AdminShell>
  );
}
