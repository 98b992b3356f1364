import { z } from "zod";

export const askBatchInput = z.object({
  year: z.coerce.number("Choisissez une année.").int("Choisissez une année.").min(2000).max(2100),
});
export type AskBatchInput = z.output<typeof askBatchInput>;

export const discardBatchInput = z.object({ batchId: z.uuid() });
