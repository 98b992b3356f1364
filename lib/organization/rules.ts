import type { LegalForm } from "@/db/schema";
import { contrastOf, nearestReadable } from "@/lib/core/palette";

/** How a paper introduces who runs the portal; its name says it for the others. */
export const legalFormWords: Partial<Record<LegalForm, string>> = {
  intercommunality: "Établissement public de coopération intercommunale",
  ccas: "Centre communal d’action sociale",
  syndicate: "Syndicat intercommunal",
  association: "Association loi 1901",
};

/** Why a colour is refused, with the nearest one that is not. */
export const unreadable = (color: string): string =>
  `Cette couleur est trop claire pour que l’on y lise du texte (contraste de ${inFrench(contrastOf(color))}, il faut 4,5). La plus proche qui convient est ${nearestReadable(color)}.`;

const inFrench = (contrast: number): string => contrast.toFixed(1).replace(".", ",");

/** Post offices all bear the SIREN of La Poste: the sum of their digits is a multiple of five instead. */
const LA_POSTE = "356000000";

/** Whether fourteen digits are a SIRET: Luhn's key, on the whole number. */
export function isSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret)) return false;
  if (siret.startsWith(LA_POSTE) && siret !== `${LA_POSTE}00048`) return sumOf(siret, () => 1) % 5 === 0;
  return sumOf(siret, (index) => (index % 2 === 0 ? 2 : 1)) % 10 === 0;
}

const sumOf = (digits: string, factorAt: (index: number) => number): number =>
  [...digits].reduce((sum, digit, index) => {
    const value = Number(digit) * factorAt(index);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
