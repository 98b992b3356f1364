"use server";

import { defineAction } from "@/lib/auth/define-action";
import { createHousehold } from "../create-household";
import { newFamilyInput } from "./input";

export const createHouseholdAction = defineAction(newFamilyInput, async (ctx, input) => {
  const { street, addressComplement, postalCode, city, tariffCategory, ...guardian } = input;
  const address = { street, addressComplement, postalCode, city };
  return createHousehold(ctx, { address, tariffCategory, guardians: [guardian], children: [] });
});
