"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { requestExportInput } from "./input";
import { requestExport } from "./request-export";

export const requestExportAction = definePostedAction(requestExportInput, async (ctx, input) => {
  await requestExport(ctx, input);
  revalidatePath("/mon-compte");
});
