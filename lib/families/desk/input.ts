import { z } from "zod";
import { addressInput, adultInput } from "../input";

/** What an agent types to open a family's file: where it lives and who answers for it; the others are added after. */
export const newFamilyInput = z.object({
  ...adultInput.shape,
  ...addressInput.shape,
  tariffCategory: z.enum(["resident", "nonResident"]),
});
export type NewFamilyInput = z.infer<typeof newFamilyInput>;
