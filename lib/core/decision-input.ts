import { z } from "zod";

/** What an agent answers to one thing that waits in a queue; a refusal says why. */
export const decisionInput = z
  .object({
    id: z.uuid("Cet élément n’existe plus."),
    decision: z.enum(["accept", "refuse"], "Choisissez d’accepter ou de refuser."),
    reason: z.string().trim().max(500, "Le motif est trop long : 500 caractères au plus.").optional(),
  })
  .refine(({ decision, reason }) => decision === "accept" || Boolean(reason), {
    path: ["reason"],
    error: "Dites pourquoi : la famille lira ce motif.",
  });
export type DecisionInput = z.infer<typeof decisionInput>;
