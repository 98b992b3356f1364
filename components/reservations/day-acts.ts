import type { ActionResult } from "@/lib/core/action-result";
import { formatEuros } from "@/lib/core/money";
import type { NotedCellsInput } from "@/lib/reservations/input";
import type { DayAct, GridChange, MonthView } from "@/lib/reservations/rules";
import { cellInWords } from "./grid-messages";

type Kind = DayAct["kind"];
/** What only an agent may do for a family. */
type AgentKind = "book-anyway" | "cancel-anyway";
type Act = (input: NotedCellsInput) => Promise<ActionResult<GridChange>>;
export type PlaceActions = Record<Exclude<Kind, AgentKind>, Act> & Partial<Record<AgentKind, Act>>;

type Look = {
  label: string;
  /** What an agent reads who acts for a family. */
  agentLabel?: string;
  /** What the cell shows while the server answers. */
  hoped: string;
  done: string;
  /** What takes it back, where that changes nothing else. */
  undo?: Kind;
  danger?: boolean;
  /** What one may write, or has to. */
  note?: { label: string; required?: boolean };
};

const message = { label: "Votre message à la structure" };
const reason = { label: "Motif, que la famille lira", required: true };

export const actLooks: Record<Kind, Look> = {
  cancel: {
    label: "Annuler cette réservation",
    hoped: ".",
    done: "Réservation annulée",
    undo: "restore",
    danger: true,
  },
  ask: { label: "Demander l’annulation", hoped: "N", done: "Annulation demandée", undo: "unask", note: message },
  unask: {
    label: "Retirer ma demande d’annulation",
    agentLabel: "Retirer la demande d’annulation",
    hoped: "R",
    done: "Demande d’annulation retirée",
    undo: "ask",
  },
  join: { label: "Rejoindre la liste d’attente", hoped: "L", done: "Inscription en liste d’attente", undo: "leave" },
  leave: { label: "Quitter la liste d’attente", hoped: "o", done: "Liste d’attente quittée", danger: true },
  accept: { label: "Accepter la place", hoped: "P", done: "Place acceptée" },
  return: { label: "Retirer l’absence", hoped: "R", done: "Absence retirée" },
  restore: { label: "Reprendre la réservation", hoped: "R", done: "Annulation reprise" },
  late: { label: "Envoyer une demande tardive", hoped: "V", done: "Demande tardive envoyée", note: message },
  "book-anyway": { label: "Réserver quand même", hoped: "R", done: "Réservation faite", note: reason },
  "cancel-anyway": {
    label: "Annuler quand même",
    hoped: ".",
    done: "Réservation annulée",
    undo: "restore",
    danger: true,
    note: reason,
  },
};

/** "Réservation annulée : Soir, vendredi 18 septembre 2026, Nahel. 3,00 € rendus sur votre compte." */
export function doneInWords(view: MonthView, kind: Kind, { cells, creditedCents = 0 }: GridChange): string {
  const [cell] = cells;
  const where = cell ? ` : ${cellInWords(view, cell)}` : "";
  return `${actLooks[kind].done}${where}.${backInWords(view, creditedCents)}`;
}

/** " 3,00 € rendus sur votre compte.", or nothing. */
export const backInWords = ({ byAgent }: MonthView, cents: number): string =>
  cents > 0 ? ` ${formatEuros(cents)} rendus sur ${byAgent ? "le compte de la famille" : "votre compte"}.` : "";
