"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { decisionInput } from "@/lib/core/decision-input";
import { decideChange } from "./decide-change";
import { postedChangesInput, proposeChangesInput, withdrawChangeInput } from "./input";
import { proposeChanges } from "./propose-changes";
import { withdrawChange } from "./withdraw-change";

export const proposeChangesAction = defineAction(proposeChangesInput, async (ctx, input) => {
  const made = await proposeChanges(ctx, input);
  revalidatePath("/ma-famille");
  return made;
});

const postChanges = definePostedAction(postedChangesInput, async (ctx, input) => {
  await proposeChanges(ctx, input);
  redirect("/ma-famille");
});

/** The same for a browser without JavaScript, which is given back what was typed. */
export async function postChangesAction(previous: unknown, form: FormData) {
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  return { ...(await postChanges(previous, form)), values };
}

export const withdrawChangeAction = definePostedAction(withdrawChangeInput, async (ctx, input) => {
  await withdrawChange(ctx, input);
  revalidatePath("/ma-famille");
});

export const decideChangeAction = definePostedAction(decisionInput, async (ctx, input) => {
  await decideChange(ctx, input);
  revalidatePath("/admin/a-valider/modifications");
});
