"use server";

import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { closeDays, reopenDays } from "./close-days";
import { capacityInput, closeDaysInput, daysInput, publishCalendarInput } from "./input";
import { publishCalendar } from "./publish-calendar";
import { setCapacity } from "./set-capacity";

export const publishCalendarAction = definePostedAction(publishCalendarInput, showChanges(publishCalendar));
export const closeDaysAction = definePostedAction(closeDaysInput, showChanges(closeDays));
export const reopenDaysAction = definePostedAction(daysInput, showChanges(reopenDays));
export const setCapacityAction = definePostedAction(capacityInput, showChanges(setCapacity));
