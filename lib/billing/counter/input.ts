import { z } from "zod";
import { parseEuros } from "@/lib/core/money";
import { counterMeans } from "./rules";

const words = (max: number) => z.string().trim().max(max, `${max} caractères au plus.`);
const amountText = z
  .string()
  .trim()
  .refine((text) => (parseEuros(text) ?? 0) > 0, "Écrivez un montant en euros, par exemple 12,40.");

const MAX_TICKETS = 60;

/** `titre:0:numero`, `titre:0:valeur` … and `facture:<id>`: what a form sends flat, put together again. */
function gather(form: unknown): unknown {
  if (typeof form !== "object" || form === null) return form;
  const fields: Record<string, unknown> = { ...form };
  const invoiceIds = Object.keys(fields).flatMap((name) => (name.startsWith("facture:") ? [name.slice(8)] : []));
  const tickets = Array.from({ length: MAX_TICKETS }, (_, index) => ({
    number: fields[`titre:${index}:numero`] ?? "",
    value: fields[`titre:${index}:valeur`] ?? "",
  })).filter(({ number, value }) => number !== "" || value !== "");
  return { ...fields, invoiceIds, tickets };
}

const isGiven = (text: string | undefined) => Boolean(text);

/** Money taken at the counter. `submissionKey` is the form's: sent twice, it is taken once. */
export const collectInput = z.preprocess(
  gather,
  z
    .object({
      submissionKey: z.uuid(),
      householdId: z.uuid(),
      revenueOfficeId: z.uuid("Choisissez la régie."),
      means: z.enum(counterMeans, "Choisissez le moyen de paiement."),
      amount: z.string().trim().max(20).default(""),
      chequeNumber: words(20).optional(),
      chequeBank: words(60).optional(),
      chequeIssuer: words(80).optional(),
      transfer: words(80).optional(),
      tickets: z.array(
        z.object({
          number: z.string().trim().min(1, "Chaque titre a un numéro et une valeur.").max(30),
          value: z
            .string()
            .refine((text) => (parseEuros(text) ?? 0) > 0, "Chaque titre a un numéro et une valeur en euros."),
        }),
      ),
      invoiceIds: z.array(z.uuid()),
    })
    .superRefine(({ means, amount, tickets, chequeNumber, chequeBank, chequeIssuer, transfer }, check) => {
      const ask = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message });
      if (means === "cesu" || means === "ancv") {
        if (tickets.length === 0) ask("tickets", "Notez chaque titre : son numéro et sa valeur.");
        if (new Set(tickets.map(({ number }) => number)).size < tickets.length) {
          ask("tickets", "Deux titres portent le même numéro.");
        }
        return;
      }
      const problem = amountText.safeParse(amount).error?.issues[0]?.message;
      if (problem) ask("amount", problem);
      if (means === "cheque") {
        if (!isGiven(chequeNumber)) ask("chequeNumber", "Notez le numéro du chèque.");
        if (!isGiven(chequeBank)) ask("chequeBank", "Notez la banque du chèque.");
        if (!isGiven(chequeIssuer)) ask("chequeIssuer", "Notez qui a émis le chèque.");
      }
      if (means === "transfer" && !isGiven(transfer)) ask("transfer", "Notez la référence du virement.");
    }),
);
export type CollectInput = z.output<typeof collectInput>;

export const cancelReceiptInput = z.object({
  paymentId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(3, "Dites pourquoi cette quittance est annulée.")
    .max(300, "Le motif est trop long : 300 caractères au plus."),
});
export type CancelReceiptInput = z.infer<typeof cancelReceiptInput>;

export const counterFilterInput = z.object({
  famille: z.uuid().optional().catch(undefined),
  regie: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(100).catch(""),
  quittance: z.uuid().optional().catch(undefined),
});
