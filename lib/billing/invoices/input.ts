import { z } from "zod";

const reason = z
  .string()
  .trim()
  .min(3, "Dites pourquoi : la famille lira ce motif.")
  .max(300, "Le motif est trop long : 300 caractères au plus.");

/** Without `lineIds`, all the lines that are left. */
export const creditInvoiceInput = z.object({
  invoiceId: z.uuid(),
  lineIds: z.array(z.number().int().positive()).optional(),
  reason,
});
export type CreditInvoiceInput = z.infer<typeof creditInvoiceInput>;

/** "ligne-12": what a ticked box of the credit note's form is called. */
const LINE = /^ligne-(\d+)$/;
const linesOf = (form: Record<string, unknown>): number[] =>
  Object.keys(form).flatMap((name) => {
    const [, id] = LINE.exec(name) ?? [];
    return id ? [Number(id)] : [];
  });

/** The same as a browser posts it: one field per ticked line. */
export const postedCreditInput = z
  .looseObject({ invoiceId: z.uuid(), reason })
  .transform(({ invoiceId, reason, ...form }) => ({ invoiceId, reason, lineIds: linesOf(form) }))
  .refine(({ lineIds }) => lineIds.length > 0, { path: ["lineIds"], error: "Cochez au moins une ligne." });

/**
 * What one pays: each invoice with what was still due of it on screen, and the credit that was shown; anything else is
 * refused, never charged.
 */
export const checkoutInvoicesInput = z.object({
  householdId: z.uuid(),
  revenueOfficeId: z.uuid(),
  invoices: z
    .array(z.object({ invoiceId: z.uuid(), dueCents: z.number().int().positive() }))
    .min(1)
    .max(100),
  balanceCents: z.number().int().min(0),
});
export type CheckoutInvoicesInput = z.infer<typeof checkoutInvoicesInput>;

/** "facture-<id>": a ticked invoice, whose value is what was still due of it on screen. */
const INVOICE = /^facture-([0-9a-f-]{36})$/;

/** The same as a browser posts it, with or without script: one field per ticked invoice. */
export const postedCheckoutInput = z
  .looseObject({ householdId: z.uuid(), revenueOfficeId: z.uuid(), balanceCents: z.coerce.number() })
  .transform(({ householdId, revenueOfficeId, balanceCents, ...form }) => ({
    householdId,
    revenueOfficeId,
    balanceCents,
    invoices: Object.entries(form).flatMap(([name, value]) => {
      const [, invoiceId] = INVOICE.exec(name) ?? [];
      return invoiceId ? [{ invoiceId, dueCents: Number(value) }] : [];
    }),
  }))
  .refine(({ invoices }) => invoices.length > 0, {
    path: ["factures"],
    error: "Cochez au moins une facture à payer.",
  })
  .pipe(checkoutInvoicesInput);
