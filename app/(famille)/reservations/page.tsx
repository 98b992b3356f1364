import type { Metadata } from "next";
import { FamilyShell } from "@/components/layout/family-shell";
import { familyActions } from "@/components/reservations/month-actions";
import { MonthGrid } from "@/components/reservations/month-grid";
import { PapersNotice } from "@/components/reservations/papers-notice";
import { requireGuardian } from "@/lib/auth/gates";
import { parseMonth } from "@/lib/core/calendar";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { getMonth } from "@/lib/reservations/queries/month";

export const metadata: Metadata = { title: "Réservations" };

type Props = { searchParams: Promise<{ mois?: string | string[]; absence?: string }> };

export default async function ReservationsPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { mois, absence } = await searchParams;
  const month = parseMonth(typeof mois === "string" ? mois : undefined, ctx.now);
  const [shell, view] = await Promise.all([
    getFamilyShell(ctx, ctx.householdId),
    getMonth(ctx, ctx.householdId, month),
  ]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="reservations">
      {view.papers && (
        <div className="mb-4">
          <PapersNotice papers={view.papers} />
        </div>
      )}
      <MonthGrid view={view} cart={shell.cart} absent={absence === "oui"} {...familyActions} />
    </FamilyShell>
  );
}
