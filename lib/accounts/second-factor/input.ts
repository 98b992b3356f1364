import { z } from "zod";

export const codeInput = z.object({
  code: z.string().trim().min(1, "Saisissez le code.").max(40, "Ce code est trop long."),
  retour: z.string().optional(),
});
