"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { serviceInput } from "./input";
import { openService } from "./open-service";
import { previewService } from "./preview-service";

export const openServiceAction = definePostedAction(serviceInput, async (ctx, input) => {
  if (input.intent === "preview") return previewService(ctx, input);
  const { activityId } = await showChanges(openService)(ctx, input);
  redirect(`/admin/catalogue/activites/${activityId}?ouvert=1`);
});
