"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { acceptCancellations } from "../cancellations/accept-cancellations";
import { refuseCancellations } from "../cancellations/refuse-cancellations";
import { approveRequests } from "./approve-requests";
import { decideDemandsInput, idsIn } from "./input";
import { refuseRequests } from "./refuse-requests";

export const decideDemandsAction = definePostedAction(decideDemandsInput, async (ctx, input) => {
  const { kind, decision, reason = "" } = input;
  const ids = idsIn(input);
  if (kind === "requests") {
    await (decision === "accept" ? approveRequests(ctx, ids) : refuseRequests(ctx, { ids, reason }));
  } else {
    await (decision === "accept" ? acceptCancellations(ctx, ids) : refuseCancellations(ctx, { ids, reason }));
  }
  revalidatePath("/admin/a-valider/demandes");
});
