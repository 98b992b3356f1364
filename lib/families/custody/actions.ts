"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { shareChildInput } from "../input";
import { shareChild } from "../share-child";
import { custodyInput } from "./input";
import { setCustody } from "./set-custody";

const post = definePostedAction(custodyInput, async (ctx, input) => {
  const done = await setCustody(ctx, input);
  revalidatePath("/", "layout");
  return done;
});

/** What was typed comes back with a refusal. */
export async function setCustodyAction(previous: unknown, form: FormData) {
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return { ...(await post(previous, form)), values: Object.fromEntries(typed) };
}

export const shareChildAction = definePostedAction(shareChildInput, async (ctx, input) => {
  await shareChild(ctx, input);
  revalidatePath(`/admin/enfants/${input.childId}/garde`);
});
