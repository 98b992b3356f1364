import { z } from "zod";

export const askAnnouncementInput = z.object({
  year: z.coerce.number("Choisissez une année.").int("Choisissez une année.").min(2000).max(2100),
});
export type AskAnnouncementInput = z.output<typeof askAnnouncementInput>;
