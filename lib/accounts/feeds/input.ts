import { z } from "zod";

export const feedInput = z.object({ householdId: z.uuid() });
export type FeedInput = z.infer<typeof feedInput>;
