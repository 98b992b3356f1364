"use server";

import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { windowIdInput, windowInput } from "./input";
import { removeWindow } from "./remove-window";
import { setWindow } from "./set-window";

export const setWindowAction = definePostedAction(windowInput, showChanges(setWindow));
export const removeWindowAction = definePostedAction(windowIdInput, showChanges(removeWindow));
