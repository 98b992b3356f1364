import { Building2, Plus, WandSparkles } from "lucide-react";
import type { Metadata } from "next";
import { Overview } from "@/components/catalogue/overview";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { requireAgent } from "@/lib/auth/gates";
import { getOverview } from "@/lib/catalogue/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Services" };

type Props = { searchParams: Promise<{ archives?: string }> };

export default async function CataloguePage({ searchParams }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const archived = (await searchParams).archives === "1";
  const [shell, { facilities, archivedCount }] = await Promise.all([
    getAdminShell(ctx),
    getOverview(ctx, { archived }),
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="services">
      <PageTitle title="Services" lead="Ce que les familles peuvent réserver, structure par structure.">
        <ButtonLink href="/admin/catalogue/structures/nouvelle">
          <Plus />
          Ajouter une structure
        </ButtonLink>
        <ButtonLink href="/admin/catalogue/assistant" variant="primary">
          <WandSparkles />
          Ouvrir un service
        </ButtonLink>
      </PageTitle>
      {facilities.length === 0 ? (
        <EmptyState
          icon={Building2}
          title="Aucune structure pour l’instant"
          action={
            <ButtonLink href="/admin/catalogue/assistant" variant="primary">
              Ouvrir un premier service
            </ButtonLink>
          }
        >
          Une structure est un lieu qui reçoit des enfants : une école, un centre de loisirs. L’assistant crée tout ce
          qu’il faut pour un premier service.
        </EmptyState>
      ) : (
        <Overview facilities={facilities} />
      )}
      {(archived || archivedCount > 0) && (
        <p className="mt-4">
          <Link
            href={archived ? "/admin/catalogue" : "/admin/catalogue?archives=1"}
            className="inline-flex min-h-11 items-center underline underline-offset-3"
          >
            {archived ? "Cacher ce qui est archivé" : `Voir aussi ce qui est archivé (${archivedCount})`}
          </Link>
        </p>
      )}
    </AdminShell>
  );
}
