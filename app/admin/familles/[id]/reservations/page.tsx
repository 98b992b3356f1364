import type { Metadata } from "next";
import { CartsToConfirm } from "@/components/billing/carts-to-confirm";
import { AdminShell } from "@/components/layout/admin-shell";
import { counterActions } from "@/components/reservations/month-actions";
import { MonthGrid } from "@/components/reservations/month-grid";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { listCartsAtCounter } from "@/lib/billing/cart/queries";
import { parseMonth } from "@/lib/core/calendar";
import { getHouseholdName } from "@/lib/families/queries/household-name";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { getCartSummary } from "@/lib/reservations/queries/cart-summary";
import { getMonth } from "@/lib/reservations/queries/month";

export const metadata: Metadata = { title: "Réservations d’une famille" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ mois?: string | string[] }> };

/** A family's calendar, for the agent who acts for it at the counter or on the phone. */
export default async function HouseholdCalendarPage({ params, searchParams }: Props) {
  const ctx = await requireAgent("reservations:write");
  const { id } = await params;
  const { mois } = await searchParams;
  const month = parseMonth(typeof mois === "string" ? mois : undefined, ctx.now);
  const name = await foundOr404(getHouseholdName(ctx, id));
  const [shell, view, cart, carts] = await Promise.all([
    getAdminShell(ctx),
    getMonth(ctx, id, month),
    getCartSummary(ctx, id),
    listCartsAtCounter(ctx, id),
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <div className="mb-4 grid gap-3">
        <Notice
          tone="info"
          title={`Vous agissez pour la famille ${name}`}
          action={<ButtonLink href={`/admin/familles/${id}`}>Page de la famille</ButtonLink>}
        >
          Chaque geste porte votre nom : les deux parents le lisent dans leur calendrier, et un message le leur dit.
        </Notice>
        <CartsToConfirm householdId={id} carts={carts} />
      </div>
      <MonthGrid view={view} cart={cart} {...counterActions} />
    </AdminShell>
  );
}
