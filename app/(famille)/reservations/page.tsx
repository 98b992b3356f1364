import type { Metadata } from "next";
import { FamilyShell } from "@/components/layout/family-shell";
import { MonthGrid } from "@/components/reservations/month-grid";
import { PapersNotice } from "@/components/reservations/papers-notice";
import { requireGuardian } from "@/lib/auth/gates";
import { parseMonth } from "@/lib/core/calendar";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { declareAbsenceAction, previewAbsenceAction } from "@/lib/reservations/absences/actions";
import {
  acceptOffersAction,
  cancelReservationsAction,
  dayAction,
  joinWaitingListAction,
  leaveWaitingListAction,
  previewCancellationsAction,
  requestCancellationsAction,
  requestLateSlotsAction,
  requestSlotsAction,
  undoCancellationsAction,
  withdrawAbsenceAction,
  withdrawCancellationsAction,
  withdrawRequestsAction,
} from "@/lib/reservations/actions";
import { getMonth } from "@/lib/reservations/queries/month";

export const metadata: Metadata = { title: "Réservations" };

const acts = {
  cancel: cancelReservationsAction,
  ask: requestCancellationsAction,
  unask: withdrawCancellationsAction,
  join: joinWaitingListAction,
  leave: leaveWaitingListAction,
  accept: acceptOffersAction,
  return: withdrawAbsenceAction,
  late: requestLateSlotsAction,
  restore: undoCancellationsAction,
};
const actions = {
  requestAction: requestSlotsAction,
  withdrawAction: withdrawRequestsAction,
  previewAction: previewCancellationsAction,
  dayAction,
  previewAbsenceAction,
  declareAbsenceAction,
  acts,
};

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
      <MonthGrid view={view} cart={shell.cart} absent={absence === "oui"} {...actions} />
    </FamilyShell>
  );
}
