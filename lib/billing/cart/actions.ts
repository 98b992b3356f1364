"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import type { Context } from "@/lib/core/context";
import { getCellOf } from "@/lib/reservations/queries/cell-of";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { leaveForBank } from "../leave-for-bank";
import { checkout } from "./checkout";
import { confirmWithCredit } from "./confirm-with-credit";
import { checkoutInput, type LineInput, lineInput, prolongInput } from "./input";
import { prolongCart } from "./prolong-cart";

/** The places are booked, or the browser leaves for the bank: at once, or through a form that it posts there. */
export const payCartAction = definePostedAction(checkoutInput, async (ctx, input) => {
  redirect(await leaveForBank(ctx, await checkout(ctx, input), "/prepaiements?regle=credit"));
});

export const prolongCartAction = definePostedAction(prolongInput, async (ctx, input) => {
  await prolongCart(ctx, input);
  revalidatePath("/panier");
});

export const confirmWithCreditAction = definePostedAction(prolongInput, async (ctx, input) => {
  await confirmWithCredit(ctx, input);
  revalidatePath("/admin", "layout");
});

export const withdrawLineAction = definePostedAction(lineInput, async (ctx, input) => {
  await withdrawRequests(ctx, await cellOf(ctx, input));
  revalidatePath("/panier");
});

export const restoreLineAction = definePostedAction(lineInput, async (ctx, input) => {
  await requestSlots(ctx, await cellOf(ctx, input));
  revalidatePath("/panier");
});

const cellOf = async (ctx: Context, input: LineInput) => ({
  householdId: input.householdId,
  cells: [await getCellOf(ctx, input)],
});
