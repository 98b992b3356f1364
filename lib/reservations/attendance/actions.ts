"use server";

import { defineAction } from "@/lib/auth/define-action";
import { tapsInput } from "./input";
import { recordTaps } from "./record-taps";

export const recordTapsAction = defineAction(tapsInput, recordTaps);
