import { z } from "zod";
import { body, title } from "../input";

/** Empty: a new one. */
export const cannedAnswerInput = z.object({ id: z.literal("").or(z.uuid()), title, body });
export type CannedAnswerInput = z.infer<typeof cannedAnswerInput>;

export const removeCannedAnswerInput = z.object({ id: z.uuid() });
export type RemoveCannedAnswerInput = z.infer<typeof removeCannedAnswerInput>;
