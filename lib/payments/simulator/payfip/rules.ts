import { addMinutes, dateOf } from "@/lib/core/calendar";
import type { Fault } from "../../payfip/faults";

const labels: Record<string, string> = {
  S1: "Type de saisie incorrect.",
  T1: "Numéro de client incorrect.",
  R3: "Le format du paramètre REFDET n'est pas conforme.",
  A1: "Adresse mél absente.",
  A2: "Adresse mél incorrecte.",
  M1: "Montant incorrect.",
  M3: "Montant inférieur au minimum autorisé.",
  M5: "Montant supérieur au maximum autorisé.",
  N1: "URL de notification incorrecte.",
  D1: "URL de redirection incorrecte.",
  P1: "IdOp incorrect. ",
  P5: "Résultat de la transaction non connu.",
};

export const fault = (code: string): Fault => ({ element: "FonctionnelleErreur", code, label: labels[code] ?? "" });
export const technicalFault: Fault = {
  element: "TechDysfonctionnementErreur",
  code: "999",
  label: "Erreur technique.",
};
export const protocolFault: Fault = { element: "TechProtocolaireErreur", code: "999", label: "Message non conforme." };

/** The code of the first thing wrong with a creation, in the service's order; notices go to the portal's origin only. */
export function codeOfCreation(fields: Record<string, string>, origin: string): string | undefined {
  const { saisie = "", numcli = "", refdet = "", mel = "", montant = "", urlnotif = "", urlredirect = "" } = fields;
  if (!/^[TXW]$/.test(saisie)) return "S1";
  if (!/^\d{6}$/.test(numcli)) return "T1";
  if (!/^[A-Za-z0-9]{6,30}$/.test(refdet)) return "R3";
  if (mel === "") return "A1";
  if (!/^[^\s@]+@[^\s@]+$/.test(mel) || mel.length < 6 || mel.length > 80) return "A2";
  if (!/^\d+$/.test(montant)) return "M1";
  if (Number(montant) < 100) return "M3";
  if (Number(montant) > 10_000_000) return "M5";
  if (urlnotif.length >= 250 || !urlnotif.startsWith(`${origin}/`)) return "N1";
  if (urlredirect.length >= 250 || !/^https?:\/\//.test(urlredirect) || !URL.canParse(urlredirect)) return "D1";
}

type Life = { createdAt: Date; openedAt: Date | null };

/** Never used, an idOp is forgotten the next night. */
export const isPurged = ({ createdAt, openedAt }: Life, now: Date): boolean =>
  !openedAt && dateOf(createdAt) < dateOf(now);

/** Why the payer's page does not open; undefined when it does. */
export function codeOfOpening(payment: Life | undefined, now: Date): "P1" | "P3" | "P4" | undefined {
  if (!payment || isPurged(payment, now)) return "P1";
  if (payment.openedAt) return "P3";
  if (now >= addMinutes(payment.createdAt, 15)) return "P4";
}
