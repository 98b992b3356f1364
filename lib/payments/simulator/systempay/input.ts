import { z } from "zod";
import { systempayScenarioInput } from "../scenarios";
import { type BackOfficeOperation, operations } from "./back-office";
import { findTestCard } from "./cards";

const wrong = { card: "carte", expiry: "date", code: "cryptogramme" } as const;

export const abandonInput = systempayScenarioInput.extend({ id: z.uuid() });
export type AbandonInput = z.infer<typeof abandonInput>;

/** Each message is the name of the field that the page must point at. */
export const payByCardInput = abandonInput.extend({
  card: z
    .string()
    .transform((number) => number.replace(/\s/g, ""))
    .refine((number) => findTestCard(number) !== undefined, wrong.card),
  month: z.string().regex(/^(1[0-2]|[1-9])$/, wrong.expiry),
  year: z.string().regex(/^20\d\d$/, wrong.expiry),
  code: z.string().regex(/^\d{3}$/, wrong.code),
});
export type PayByCardInput = z.infer<typeof payByCardInput>;

export const backOfficeInput = z.object({
  id: z.uuid(),
  operation: z.enum(Object.keys(operations) as BackOfficeOperation[]),
});
export type BackOfficeInput = z.infer<typeof backOfficeInput>;
