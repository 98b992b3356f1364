import type { Metadata } from "next";
import { z } from "zod";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ClosurePreview } from "@/components/planning/closure-preview";
import { ClosureScopeForm } from "@/components/planning/closure-scope-form";
import { ClosuresList } from "@/components/planning/closures-list";
import { requireAgent } from "@/lib/auth/gates";
import { closureScopeInput } from "@/lib/catalogue/closures/input";
import { listClosures } from "@/lib/catalogue/closures/queries";
import { FARTHEST_BACK_DAYS } from "@/lib/catalogue/closures/rules";
import { addDays, dateOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { previewClosure } from "@/lib/reservations/closures/queries";
import { listOffers } from "@/lib/reservations/planning/queries";

export const metadata: Metadata = { title: "Fermetures" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ClosuresPage({ searchParams }: Props) {
  const ctx = await requireAgent("planning:write");
  const asked = await searchParams;
  const today = dateOf(ctx.now);
  const scope = closureScopeInput.safeParse(asked);
  const [shell, offers, closures, preview] = await Promise.all([
    getAdminShell(ctx),
    listOffers(ctx),
    listClosures(ctx),
    scope.success ? previewClosure(ctx, scope.data) : undefined,
  ]);

  const shown = (name: "from" | "to" | "reach", otherwise: string) => {
    const value = asked[name];
    return typeof value === "string" ? value : otherwise;
  };
  const day = shown("from", addDays(today, 1));
  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="planning">
      <PageTitle
        title="Fermer des jours"
        lead="En un geste : les réservations sont annulées, ce qui était payé est rendu, et chaque famille est prévenue une fois. Un jour passé aussi, s’il date de moins d’un mois : une grève, la neige."
        back={{ href: `/admin/planning?jour=${day}`, label: "Planning" }}
      />
      <div className="grid gap-6">
        <ClosureScopeForm
          scope={{ from: day, to: shown("to", day), reach: shown("reach", "tout") }}
          errors={scope.success || asked.from === undefined ? {} : z.flattenError(scope.error).fieldErrors}
          offers={offers}
          earliest={addDays(today, -FARTHEST_BACK_DAYS)}
        />
        {preview && scope.success && (
          <ClosurePreview key={JSON.stringify(scope.data)} preview={preview} scope={scope.data} />
        )}
        <section aria-labelledby="fermetures">
          <h2 id="fermetures" className="mb-3">
            Fermetures
          </h2>
          <ClosuresList closures={closures} />
        </section>
      </div>
    </AdminShell>
  );
}
