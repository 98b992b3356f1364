"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { addClosure, removeClosure } from "./add-closure";
import { archiveAgeGroup } from "./archive-age-group";
import { archiveFacility, restoreFacility } from "./archive-facility";
import { createFacility } from "./create-facility";
import {
  ageGroupInput,
  closureIdInput,
  closureInput,
  facilityInput,
  groupInput,
  removeSchoolYearInput,
  schoolYearInput,
  seenFacilityInput,
  updateFacilityInput,
} from "./input";
import { setAgeGroup } from "./set-age-group";
import { removeSchoolYear, setSchoolYear } from "./set-school-year";
import { updateFacility } from "./update-facility";

export const createFacilityAction = definePostedAction(facilityInput, async (ctx, input) => {
  const { facilityId } = await showChanges(createFacility)(ctx, input);
  redirect(`/admin/catalogue/structures/${facilityId}`);
});
export const updateFacilityAction = definePostedAction(updateFacilityInput, showChanges(updateFacility));
export const archiveFacilityAction = definePostedAction(seenFacilityInput, showChanges(archiveFacility));
export const restoreFacilityAction = definePostedAction(seenFacilityInput, showChanges(restoreFacility));
export const setAgeGroupAction = definePostedAction(ageGroupInput, showChanges(setAgeGroup));
export const archiveAgeGroupAction = definePostedAction(groupInput, showChanges(archiveAgeGroup));
export const setSchoolYearAction = definePostedAction(schoolYearInput, showChanges(setSchoolYear));
export const removeSchoolYearAction = definePostedAction(removeSchoolYearInput, showChanges(removeSchoolYear));
export const addClosureAction = definePostedAction(closureInput, showChanges(addClosure));
export const removeClosureAction = definePostedAction(closureIdInput, showChanges(removeClosure));
