import { z } from "zod";

/** "relance-<id>": what a ticked box of the form is called. */
const TICKED = /^relance-([0-9a-f-]{36})$/;

/** The invoices of a batch, one field per ticked box; a box that names no invoice is no box. */
export const sendRemindersInput = z
  .looseObject({ level: z.literal("1").or(z.literal("2")) })
  .transform(({ level, ...form }) => ({
    level: level === "1" ? (1 as const) : (2 as const),
    invoiceIds: Object.keys(form).flatMap((name) => {
      const id = z.uuid().safeParse(TICKED.exec(name)?.[1]);
      return id.success ? [id.data] : [];
    }),
  }))
  .refine(({ invoiceIds }) => invoiceIds.length > 0, { path: ["invoiceIds"], error: "Cochez au moins une facture." });
export type SendRemindersInput = z.output<typeof sendRemindersInput>;
