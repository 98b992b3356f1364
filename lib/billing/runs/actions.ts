"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { cancelRun } from "./cancel-run";
import { prepareRunInput, runInput, setAsideInput, startRunInput } from "./input";
import { prepareRun, refreshRun } from "./prepare-run";
import { setAside } from "./set-aside";
import { resumeRun, startRun } from "./start-run";

const PAGE = "/admin/facturation";

export const prepareRunAction = definePostedAction(prepareRunInput, async (ctx, input) => {
  redirect(`${PAGE}/${await prepareRun(ctx, input)}`);
});

export const refreshRunAction = definePostedAction(runInput, async (ctx, { runId }) => {
  await refreshRun(ctx, runId);
  revalidatePath(`${PAGE}/${runId}`);
});

export const startRunAction = definePostedAction(startRunInput, async (ctx, input) => {
  const outcome = await startRun(ctx, input);
  redirect(`${PAGE}/${input.runId}${outcome === "changed" ? "?apercu=change" : ""}`);
});

export const resumeRunAction = definePostedAction(runInput, async (ctx, { runId }) => {
  await resumeRun(ctx, runId);
  revalidatePath(`${PAGE}/${runId}`);
});

export const cancelRunAction = definePostedAction(runInput, async (ctx, { runId }) => {
  await cancelRun(ctx, runId);
  revalidatePath(`${PAGE}/${runId}`);
});

export const setAsideAction = definePostedAction(setAsideInput, async (ctx, input) => {
  await setAside(ctx, input);
  revalidatePath(`${PAGE}/${input.runId}`);
});
