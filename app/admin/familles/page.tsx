import { FileUp, Mail, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { HouseholdList } from "@/components/families/household-list";
import { SearchAsYouType } from "@/components/form/search-as-you-type";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { requireAgent } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { listFilterInput } from "@/lib/core/list-filter-input";
import { PAGE_SIZE, searchHouseholds } from "@/lib/families/queries/search-households";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Familles" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FamiliesPage({ searchParams }: Props) {
  const ctx = await requireAgent("families:read");
  const { q, page } = listFilterInput.parse(await searchParams);
  const [shell, { households, total }] = await Promise.all([
    getAdminShell(ctx),
    searchHouseholds(ctx, { text: q, page }),
  ]);
  const addressOf = (page: number) => `/admin/familles?${new URLSearchParams({ ...(q && { q }), page: `${page}` })}`;

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle title="Familles" lead={<span role="status">{countInWords(total)}</span>}>
        {isAllowed(ctx.actor, "accounts:review") && (
          <ButtonLink href="/admin/familles/invitations">
            <Mail />
            Invitations
          </ButtonLink>
        )}
        {isAllowed(ctx.actor, "imports:run") && (
          <ButtonLink href="/admin/familles/import">
            <FileUp />
            Importer
          </ButtonLink>
        )}
        {isAllowed(ctx.actor, "families:write") && (
          <ButtonLink href="/admin/familles/nouvelle" variant="primary">
            <UserPlus />
            Nouvelle famille
          </ButtonLink>
        )}
      </PageTitle>
      <SearchAsYouType
        path="/admin/familles"
        label="Chercher une famille"
        hint="Nom, enfant, téléphone, adresse e-mail, numéro de reçu ou de facture."
        value={q}
      />
      <HouseholdList households={households} text={q} />
      <Pages page={page} pages={Math.ceil(total / PAGE_SIZE)} addressOf={addressOf} />
    </AdminShell>
  );
}

const countInWords = (total: number) => (total === 1 ? "1 famille" : `${total.toLocaleString("fr-FR")} familles`);
