"use server";

import { defineAction } from "@/lib/auth/define-action";
import { cancelReservations } from "./cancellations/cancel-reservations";
import { requestCancellationsInput } from "./cancellations/input";
import { requestCancellations } from "./cancellations/request-cancellations";
import { withdrawCancellations } from "./cancellations/withdraw-cancellations";
import { cellsInput, dayInput } from "./input";
import { getDay } from "./queries/day";
import { requestSlots } from "./request-slots";
import { withdrawRequests } from "./withdraw-requests";

export const requestSlotsAction = defineAction(cellsInput, requestSlots);
export const withdrawRequestsAction = defineAction(cellsInput, withdrawRequests);
export const cancelReservationsAction = defineAction(cellsInput, cancelReservations);
export const requestCancellationsAction = defineAction(requestCancellationsInput, requestCancellations);
export const withdrawCancellationsAction = defineAction(cellsInput, withdrawCancellations);
export const dayAction = defineAction(dayInput, getDay);
