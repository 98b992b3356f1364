import { z } from "zod";

/** The list of messages, as its address says it; what makes no sense is the first page of everything. */
export const emailFilterInput = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  destinataire: z.string().trim().max(200).catch(""),
  etat: z.enum(["queued", "sent", "kept", "failed", "withheld"]).optional().catch(undefined),
});
export type EmailFilterInput = z.infer<typeof emailFilterInput>;
