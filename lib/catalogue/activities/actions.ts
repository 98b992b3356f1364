"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { archiveActivity, restoreActivity } from "./archive-activity";
import { createActivity } from "./create-activity";
import { activityInput, seenActivityInput, updateActivityInput } from "./input";
import { updateActivity } from "./update-activity";

export const createActivityAction = definePostedAction(activityInput, async (ctx, input) => {
  const { activityId } = await showChanges(createActivity)(ctx, input);
  redirect(`/admin/catalogue/activites/${activityId}`);
});
export const updateActivityAction = definePostedAction(updateActivityInput, showChanges(updateActivity));
export const archiveActivityAction = definePostedAction(seenActivityInput, showChanges(archiveActivity));
export const restoreActivityAction = definePostedAction(seenActivityInput, showChanges(restoreActivity));
