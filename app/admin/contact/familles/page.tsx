import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { BroadcastForm } from "@/components/contact/broadcast-form";
import { BroadcastsList } from "@/components/contact/broadcasts-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { listBroadcasts } from "@/lib/contact/broadcasts/queries";
import { listPlaces } from "@/lib/documents/publications/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Écrire à plusieurs familles" };

export default async function BroadcastPage() {
  const ctx = await requireAgent("publications:write");
  const [shell, places, broadcasts] = await Promise.all([getAdminShell(ctx), listPlaces(ctx), listBroadcasts(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle
        title="Écrire à plusieurs familles"
        lead="Exactement à celles que cela concerne."
        back={{ href: "/admin/contact", label: "Tous les échanges" }}
      />
      <Card className="p-5">
        <BroadcastForm {...places} clientKey={randomUUID()} />
      </Card>
      {broadcasts.length > 0 && (
        <section aria-labelledby="envoyes" className="mt-6">
          <h2 id="envoyes" className="mb-3">
            Derniers envois
          </h2>
          <BroadcastsList broadcasts={broadcasts} />
        </section>
      )}
    </AdminShell>
  );
}
