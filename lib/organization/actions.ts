"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import type { Context } from "@/lib/core/context";
import { changeLogo } from "./change-logo";
import { changeSettings } from "./change-settings";
import { changeColorInput, changeIdentityInput, changeLegalTextsInput, changeSenderInput, logoInput } from "./input";
import { forgetTheme } from "./queries/theme";

/** Every page shows what was changed. */
const everywhere =
  <Input>(run: (ctx: Context, input: Input) => Promise<void>) =>
  async (ctx: Context, input: Input) => {
    await run(ctx, input);
    forgetTheme();
    revalidatePath("/", "layout");
  };

export const changeIdentityAction = definePostedAction(changeIdentityInput, everywhere(changeSettings));
export const changeColorAction = definePostedAction(changeColorInput, everywhere(changeSettings));
export const changeLegalTextsAction = definePostedAction(changeLegalTextsInput, everywhere(changeSettings));
export const changeSenderAction = definePostedAction(changeSenderInput, everywhere(changeSettings));

export const changeLogoAction = definePostedAction(
  logoInput,
  everywhere(async (ctx, { file }) => changeLogo(ctx, new Uint8Array(await file.arrayBuffer()))),
);
export const removeLogoAction = definePostedAction(
  z.object({}),
  everywhere((ctx) => changeLogo(ctx, undefined)),
);
