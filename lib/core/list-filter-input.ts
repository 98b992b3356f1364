import { z } from "zod";

/** A list that is searched and turned page by page, as its address says it; what makes no sense is its first page. */
export const listFilterInput = z.object({
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
