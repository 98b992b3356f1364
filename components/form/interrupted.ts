import { unstable_rethrow } from "next/navigation";
import type { ActionError } from "@/lib/core/action-result";

/** What is said when a form could not be sent, or its answer could not be heard: the server never throws. */
const interrupted: ActionError = {
  code: "service_unavailable",
  message: "L’envoi a été interrompu. Vérifiez votre connexion, puis recommencez : rien n’a été perdu.",
};

/** Turns a network that fell into a refusal like another; lets the server send the browser elsewhere. */
export function orInterrupted<Result>(sent: Promise<Result>): Promise<Result | { ok: false; error: ActionError }> {
  return sent.catch((error: unknown) => {
    unstable_rethrow(error);
    return { ok: false, error: interrupted };
  });
}
