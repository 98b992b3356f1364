import { declareAbsenceAction, previewAbsenceAction } from "@/lib/reservations/absences/actions";
import {
  acceptOffersAction,
  bookAnywayAction,
  cancelAnywayAction,
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

/** What a family does in its month. */
export const familyActions = {
  requestAction: requestSlotsAction,
  withdrawAction: withdrawRequestsAction,
  previewAction: previewCancellationsAction,
  dayAction,
  previewAbsenceAction,
  declareAbsenceAction,
  acts,
};

/** What an agent does there for a family: the same, and past a deadline for a reason. */
export const counterActions = {
  ...familyActions,
  acts: { ...acts, "book-anyway": bookAnywayAction, "cancel-anyway": cancelAnywayAction },
};
