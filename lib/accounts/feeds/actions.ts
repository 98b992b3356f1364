"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { env } from "@/lib/core/env";
import { closeFeed } from "./close-feed";
import { feedInput } from "./input";
import { openFeed } from "./open-feed";

export const openFeedAction = definePostedAction(feedInput, async (ctx, input) => {
  const token = await openFeed(ctx, input);
  revalidatePath("/mon-compte");
  return { url: `${env().appUrl}/api/agenda/${token}` };
});

export const closeFeedAction = definePostedAction(feedInput, async (ctx, input) => {
  await closeFeed(ctx, input);
  revalidatePath("/mon-compte");
});
