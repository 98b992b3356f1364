"use server";

import { defineAction } from "@/lib/auth/define-action";
import { cellsInput, dayInput } from "./input";
import { getDay } from "./queries/day";
import { requestSlots } from "./request-slots";
import { withdrawRequests } from "./withdraw-requests";

export const requestSlotsAction = defineAction(cellsInput, requestSlots);
export const withdrawRequestsAction = defineAction(cellsInput, withdrawRequests);
export const dayAction = defineAction(dayInput, getDay);
