import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { WordingList } from "@/components/notifications/wording-list";
import { ButtonLink } from "@/components/ui/button";
import { requireAgent } from "@/lib/auth/gates";
import { listWordings } from "@/lib/notifications/wordings/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Modèles de messages" };

export default async function WordingsPage() {
  const ctx = await requireAgent("settings:write");
  const [shell, wordings] = await Promise.all([getAdminShell(ctx), listWordings(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="modeles">
      <PageTitle title="Modèles de messages" lead="L’objet et les premiers mots de chaque e-mail, à votre façon.">
        <ButtonLink href="/admin/messages/envois" size="small">
          Messages envoyés
        </ButtonLink>
      </PageTitle>
      <div className="max-w-3xl">
        <WordingList wordings={wordings} />
      </div>
    </AdminShell>
  );
}
