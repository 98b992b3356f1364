import { z } from "zod";

/** What can happen to a notification on its way to the portal, whatever the bank. */
const common = {
  normal: "Notification normale",
  none: "Aucune notification",
  twice: "Notification envoyée deux fois",
  late: "Notification en retard",
  after_return: "Notification après le retour du payeur",
  wrong_amount: "Montant différent de celui demandé",
} as const;

export const payfipScenarios = {
  ...common,
  get: "Notification et retour en GET au lieu de POST",
  trouble_999: "Prochaine consultation : défaut technique 999",
  trouble_502: "Prochaine consultation : erreur 502",
  trouble_timeout: "Prochaine consultation : sans réponse pendant 20 secondes",
} as const;
export type PayfipScenario = keyof typeof payfipScenarios;

export const systempayScenarios = {
  ...common,
  wrong_signature: "Signature fausse",
  other_mode: "Message de l’autre mode (production)",
  unknown_field: "Champ vads_ inconnu en plus",
  to_validate: "Paiement à valider à la main (en attente)",
} as const;
export type SystempayScenario = keyof typeof systempayScenarios;

const delaySeconds = z.coerce.number().int().min(1).max(600).catch(10);

export const payfipScenarioInput = z.object({
  scenario: z.enum(Object.keys(payfipScenarios) as PayfipScenario[]).catch("normal"),
  delaySeconds,
});
export const systempayScenarioInput = z.object({
  scenario: z.enum(Object.keys(systempayScenarios) as SystempayScenario[]).catch("normal"),
  delaySeconds,
});

/** A notification on its way back overtakes the payer's browser by this much at most. */
const AFTER_RETURN_SECONDS = 3;

/** How many seconds after the payer's choice each notification leaves; 0 is before the browser is answered. */
export function departuresOf(scenario: PayfipScenario | SystempayScenario, delaySeconds: number): number[] {
  switch (scenario) {
    case "none":
      return [];
    case "twice":
      return [0, 0];
    case "late":
      return [delaySeconds];
    case "after_return":
      return [AFTER_RETURN_SECONDS];
    default:
      return [0];
  }
}
