"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { decisionInput } from "@/lib/core/decision-input";
import { decideDeletion } from "./decide-deletion";
import { requestDeletionInput } from "./input";
import { requestDeletion, withdrawDeletion } from "./request-deletion";

const PAGE = "/mon-compte/suppression";

export const requestDeletionAction = definePostedAction(
  requestDeletionInput.extend({ householdId: z.uuid() }),
  async (ctx, input) => {
    await requestDeletion(ctx, input);
    revalidatePath(PAGE);
  },
);

export const withdrawDeletionAction = definePostedAction(z.object({}), async (ctx) => {
  await withdrawDeletion(ctx);
  revalidatePath(PAGE);
});

export const decideDeletionAction = definePostedAction(decisionInput, async (ctx, input) => {
  await decideDeletion(ctx, input);
  revalidatePath("/admin/a-valider/suppressions");
});
