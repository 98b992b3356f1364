import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { meansInWords } from "@/lib/payments/rules";

const day = civilDateInput().optional().catch(undefined);

export const journalStates = ["encaisses", "annules", "en-cours", "echoues", "tous"] as const;
export type JournalState = (typeof journalStates)[number];

/** The journal of a régie, as its address says it; what makes no sense is left out. */
export const journalFilterInput = z.object({
  du: day,
  au: day,
  regie: z.uuid().optional().catch(undefined),
  moyen: z
    .enum(Object.keys(meansInWords) as (keyof typeof meansInWords)[])
    .optional()
    .catch(undefined),
  etat: z.enum(journalStates).catch("encaisses"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type JournalFilterInput = z.infer<typeof journalFilterInput>;
