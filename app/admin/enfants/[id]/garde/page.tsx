import type { Metadata } from "next";
import { CustodyView } from "@/components/families/custody/custody-view";
import { ShareChild } from "@/components/families/custody/share-child";
import { SearchAsYouType } from "@/components/form/search-as-you-type";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { withOf } from "@/lib/core/text";
import { typedOf } from "@/lib/families/custody/compose-rules";
import { describeRules } from "@/lib/families/custody/describe-rules";
import { getCustody } from "@/lib/families/custody/queries";
import { searchHouseholds } from "@/lib/families/queries/search-households";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Calendrier de garde" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ q?: string | string[] }> };

export default async function ChildCustodyPage({ params, searchParams }: Props) {
  const ctx = await requireAgent("families:read");
  const [{ id }, { q }] = await Promise.all([params, searchParams]);
  const text = typeof q === "string" ? q.slice(0, 100) : "";
  const custody = await foundOr404(getCustody(ctx, id));
  const canWrite = isAllowed(ctx.actor, "families:write");
  const [shell, { households }] = await Promise.all([
    getAdminShell(ctx),
    text ? searchHouseholds(ctx, { text }) : { households: [] },
  ]);
  const own = new Set(custody.homes.map((home) => home.id));
  const nameOf = (home: string) => custody.homes.find((one) => one.id === home)?.name ?? "";

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle title={`Garde ${withOf(custody.firstName)}`} lead={custody.homes.map(({ name }) => name).join(" et ")}>
        {custody.homes.map((home) => (
          <ButtonLink key={home.id} href={`/admin/familles/${home.id}`}>
            {home.name}
          </ButtonLink>
        ))}
      </PageTitle>
      {custody.homes.length > 1 ? (
        <CustodyView
          custody={custody}
          sentences={describeRules(custody.rules, nameOf)}
          form={canWrite ? { typed: typedOf(custody.rules), today: dateOf(ctx.now), isModerated: false } : undefined}
        />
      ) : (
        canWrite && (
          <Card aria-labelledby="second" className="grid gap-3 p-4 sm:p-5">
            <h2 id="second">Un second foyer</h2>
            <p className="text-ink-2">
              Chaque foyer garde son adresse, ses tarifs et ses factures ; les deux voient tous les jours de l’enfant.
            </p>
            <SearchAsYouType
              path={`/admin/enfants/${id}/garde`}
              label="Chercher le foyer de l’autre parent"
              value={text}
            />
            <ShareChild childId={id} found={households.filter((one) => !own.has(one.id))} />
          </Card>
        )
      )}
    </AdminShell>
  );
}
