"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { closeDay } from "./close-day";
import { closeDayInput, resolveIncidentInput } from "./input";
import { resolveIncident } from "./resolve-incident";

export const resolveIncidentAction = definePostedAction(resolveIncidentInput, async (ctx, input) => {
  await resolveIncident(ctx, input);
  revalidatePath("/admin/regie", "layout");
});

export const closeDayAction = definePostedAction(closeDayInput, async (ctx, input) => {
  await closeDay(ctx, input);
  revalidatePath("/admin/regie", "layout");
});
