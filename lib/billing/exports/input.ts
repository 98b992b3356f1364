import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

export const exportNames = ["paiements", "ecritures", "factures", "soldes", "remboursements"] as const;
export type ExportName = (typeof exportNames)[number];
export const isExport = (name: string): name is ExportName => exportNames.some((one) => one === name);

const day = civilDateInput().optional().catch(undefined);

/** What is exported, as its address says it; what makes no sense is left out. */
export const exportInput = z.object({
  format: z.enum(["csv", "xlsx"]).catch("csv"),
  du: day,
  au: day,
  regie: z.uuid().optional().catch(undefined),
});
