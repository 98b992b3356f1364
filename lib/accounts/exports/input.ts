import { z } from "zod";

export const requestExportInput = z.object({ householdId: z.uuid() });
export type RequestExportInput = z.infer<typeof requestExportInput>;
