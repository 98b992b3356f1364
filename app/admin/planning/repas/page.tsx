import { Download, UtensilsCrossed } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { LiveRefresh } from "@/components/planning/live-refresh";
import { KitchenTable } from "@/components/planning/meals/kitchen-table";
import { mealsInWords } from "@/components/planning/meals/meals-words";
import { mealsPath, type PlanningAddress } from "@/components/planning/planning-address";
import { PlanningBar } from "@/components/planning/planning-bar";
import { PrintButton } from "@/components/planning/print-button";
import { lookOf } from "@/components/ui/button-look";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { addDays, dateOf, mondayOf } from "@/lib/core/calendar";
import { capitalized, dateInWords, instantInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { mealsInput } from "@/lib/reservations/meals/input";
import { listMeals } from "@/lib/reservations/meals/queries";
import { kitchensOf, platesOf } from "@/lib/reservations/meals/rules";
import { listOffers } from "@/lib/reservations/planning/queries";

export const metadata: Metadata = { title: "Repas à commander" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MealsPage({ searchParams }: Props) {
  const ctx = await requireAgent("planning:read");
  const { jour = dateOf(ctx.now), structure, vue } = mealsInput.parse(await searchParams);
  const isWeek = vue === "semaine";
  const [from, to] = isWeek ? [mondayOf(jour), addDays(mondayOf(jour), 6)] : [jour, jour];
  const [shell, counts, offers] = await Promise.all([
    getAdminShell(ctx),
    listMeals(ctx, { from, to, facilityId: structure }),
    listOffers(ctx),
  ]);

  const step = isWeek ? 7 : 1;
  const way = (to: Partial<PlanningAddress>) => mealsPath({ jour, structure, vue, ...to });
  const file = (format: string) =>
    `/api/repas?${new URLSearchParams({ du: from, au: to, format, ...(structure && { structure }) })}`;
  const title = isWeek ? `semaine du ${dateInWords(from)}` : dateInWords(jour);
  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="repas">
      <PageTitle title="Repas à commander" lead={`${capitalized(title)} : ${mealsInWords(platesOf(counts))}`}>
        <PrintButton />
        {(["xlsx", "csv"] as const).map((format) => (
          <a key={format} href={file(format)} className={lookOf({})}>
            <Download />
            {format.toUpperCase()}
          </a>
        ))}
      </PageTitle>
      <PlanningBar
        previous={{
          href: way({ jour: addDays(jour, -step) }),
          label: isWeek ? "Semaine précédente" : "Jour précédent",
        }}
        next={{ href: way({ jour: addDays(jour, step) }), label: isWeek ? "Semaine suivante" : "Jour suivant" }}
        today={{ href: way({ jour: dateOf(ctx.now) }), label: "Aujourd’hui" }}
        views={[
          { href: way({ vue: "jour" }), label: "Jour", isCurrent: !isWeek },
          { href: way({ vue: "semaine" }), label: "Semaine", isCurrent: isWeek },
        ]}
        structures={[
          { href: way({ structure: undefined }), label: "Toutes les cuisines", isCurrent: !structure },
          ...offers.map(({ id, name }) => ({ href: way({ structure: id }), label: name, isCurrent: id === structure })),
        ]}
      />
      <LiveRefresh key={`${from} ${to}`} from={from} to={to} />
      {counts.length === 0 ? (
        <EmptyState icon={UtensilsCrossed} title={isWeek ? "Aucun repas cette semaine" : "Aucun repas ce jour-là"}>
          Personne n’est réservé sur un créneau où un repas est servi.
        </EmptyState>
      ) : (
        kitchensOf(counts).map((kitchen) => (
          <KitchenTable key={kitchen.id} kitchen={kitchen} countedAt={instantInWords(ctx.now)} />
        ))
      )}
      <p className="max-w-prose text-sm text-ink-2">
        Les enfants réservés et présents sont comptés à cet instant ; les demandes en attente de paiement ou de
        validation viennent en plus. Ce que demande un PAI ou une allergie se lit dans la fiche sanitaire, avec son
        droit d’accès.
      </p>
    </AdminShell>
  );
}
