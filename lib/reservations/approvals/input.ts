import { z } from "zod";

/**
 * What an agent answers to what a family asks for: requests, or cancellations after the deadline. The reservations
 * themselves are the ticked boxes of the form, named by `boxOf`.
 */
export const decideDemandsInput = z
  .looseObject({
    kind: z.enum(["requests", "cancellations"]),
    decision: z.enum(["accept", "refuse"], "Choisissez d’accepter ou de refuser."),
    reason: z.string().trim().max(500, "Le motif est trop long : 500 caractères au plus.").optional(),
  })
  .refine(({ decision, reason }) => decision === "accept" || Boolean(reason), {
    path: ["reason"],
    error: "Dites pourquoi : la famille lira ce motif.",
  })
  .refine((form) => idsIn(form).length > 0, { path: ["reason"], error: "Cochez au moins un créneau." });

export const boxOf = (reservationId: number): string => `r${reservationId}`;

/** The reservations ticked in a form. */
export const idsIn = (form: Record<string, unknown>): number[] =>
  Object.keys(form).flatMap((name) => (/^r\d{1,15}$/.test(name) ? [Number(name.slice(1))] : []));
