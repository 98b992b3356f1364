import { z } from "zod";

/** A seal kept elsewhere, as its file says it; what is no seal is none. */
export const keptSealInput = z.object({
  position: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  empreinte: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
});
