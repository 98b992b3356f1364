import type { ActionResult } from "@/lib/core/action-result";
import { formatEuros } from "@/lib/core/money";
import type { RequestCancellationsInput } from "@/lib/reservations/cancellations/input";
import type { DayAct, GridChange, MonthView } from "@/lib/reservations/rules";
import { cellInWords } from "./grid-messages";

type Kind = DayAct["kind"];
export type PlaceActions = Record<Kind, (input: RequestCancellationsInput) => Promise<ActionResult<GridChange>>>;

type Look = {
  label: string;
  /** What the cell shows while the server answers. */
  hoped: string;
  done: string;
  /** What takes it back, where that changes nothing else. */
  undo?: Kind;
  danger?: boolean;
};

export const actLooks: Record<Kind, Look> = {
  cancel: { label: "Annuler cette réservation", hoped: ".", done: "Réservation annulée", danger: true },
  ask: { label: "Demander l’annulation", hoped: "N", done: "Annulation demandée", undo: "unask" },
  unask: { label: "Retirer ma demande d’annulation", hoped: "R", done: "Demande d’annulation retirée", undo: "ask" },
  join: { label: "Rejoindre la liste d’attente", hoped: "L", done: "Inscription en liste d’attente", undo: "leave" },
  leave: { label: "Quitter la liste d’attente", hoped: "o", done: "Liste d’attente quittée", danger: true },
  accept: { label: "Accepter la place", hoped: "P", done: "Place acceptée" },
  return: { label: "Retirer l’absence", hoped: "R", done: "Absence retirée" },
};

/** "Réservation annulée : Soir, vendredi 18 septembre 2026, Nahel. 3,00 € rendus sur votre compte." */
export function doneInWords(view: MonthView, kind: Kind, { cells, creditedCents = 0 }: GridChange): string {
  const [cell] = cells;
  const where = cell ? ` : ${cellInWords(view, cell)}` : "";
  const back = creditedCents > 0 ? ` ${formatEuros(creditedCents)} rendus sur votre compte.` : "";
  return `${actLooks[kind].done}${where}.${back}`;
}
