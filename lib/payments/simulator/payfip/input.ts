import { z } from "zod";
import { payfipScenarioInput } from "../scenarios";
import { type Choice, choices } from "./choices";

export const endPaymentInput = payfipScenarioInput.extend({
  payerKey: z.uuid(),
  choice: z.enum(Object.keys(choices) as Choice[]),
});
export type EndPaymentInput = z.infer<typeof endPaymentInput>;
