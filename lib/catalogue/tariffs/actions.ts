"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { archiveTariff, restoreTariff } from "./archive-tariff";
import { createTariff } from "./create-tariff";
import {
  renameTariffInput,
  seenTariffInput,
  setTariffInput,
  tariffInput,
  tryTariffInput,
  withdrawVersionInput,
} from "./input";
import { tryTariff } from "./queries";
import { renameTariff, setTariff } from "./set-tariff";
import { withdrawVersion } from "./withdraw-version";

export const createTariffAction = definePostedAction(tariffInput, async (ctx, input) => {
  const { tariffId } = await showChanges(createTariff)(ctx, input);
  redirect(`/admin/catalogue/tarifs/${tariffId}`);
});
export const setTariffAction = definePostedAction(setTariffInput, showChanges(setTariff));
export const renameTariffAction = definePostedAction(renameTariffInput, showChanges(renameTariff));
export const withdrawVersionAction = definePostedAction(withdrawVersionInput, showChanges(withdrawVersion));
export const archiveTariffAction = definePostedAction(seenTariffInput, showChanges(archiveTariff));
export const restoreTariffAction = definePostedAction(seenTariffInput, showChanges(restoreTariff));
export const tryTariffAction = defineAction(tryTariffInput, tryTariff);
