import { z } from "zod";

export const testedOfficeInput = z.object({ officeId: z.uuid() });
export type TestedOfficeInput = z.infer<typeof testedOfficeInput>;
