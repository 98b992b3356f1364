import { z } from "zod";
import { cellsInput } from "../input";

/** What the family may say about its request; the structure reads it. */
export const requestCancellationsInput = cellsInput.extend({
  note: z.string().trim().max(300, "Votre message est trop long : 300 caractères au plus.").optional(),
});
export type RequestCancellationsInput = z.infer<typeof requestCancellationsInput>;
