"use server";

import { defineAction } from "@/lib/auth/define-action";
import { withdrawAbsence } from "./absences/withdraw-absence";
import { cancelReservations } from "./cancellations/cancel-reservations";
import { requestCancellationsInput } from "./cancellations/input";
import { previewCancellations } from "./cancellations/preview-cancellations";
import { requestCancellations } from "./cancellations/request-cancellations";
import { withdrawCancellations } from "./cancellations/withdraw-cancellations";
import { cellsInput, dayInput } from "./input";
import { getDay } from "./queries/day";
import { requestSlots } from "./request-slots";
import { acceptOffers } from "./waiting/accept-offers";
import { joinWaitingList } from "./waiting/join-waiting-list";
import { leaveWaitingList } from "./waiting/leave-waiting-list";
import { withdrawRequests } from "./withdraw-requests";

export const requestSlotsAction = defineAction(cellsInput, requestSlots);
export const withdrawRequestsAction = defineAction(cellsInput, withdrawRequests);
export const dayAction = defineAction(dayInput, getDay);
export const cancelReservationsAction = defineAction(cellsInput, cancelReservations);
export const previewCancellationsAction = defineAction(cellsInput, previewCancellations);
export const requestCancellationsAction = defineAction(requestCancellationsInput, requestCancellations);
export const withdrawCancellationsAction = defineAction(cellsInput, withdrawCancellations);
export const joinWaitingListAction = defineAction(cellsInput, joinWaitingList);
export const leaveWaitingListAction = defineAction(cellsInput, leaveWaitingList);
export const acceptOffersAction = defineAction(cellsInput, acceptOffers);
export const withdrawAbsenceAction = defineAction(cellsInput, withdrawAbsence);
