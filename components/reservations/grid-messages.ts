import { capitalized, deadlineDayInWords, instantInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { type Cell, type CellCode, cellWords, type GridChange, type MonthView } from "@/lib/reservations/rules";
import { cellAt, type Spot } from "./grid-layout";

export const CONNECTION_LOST =
  "La connexion a été perdue : vos derniers choix n’ont peut-être pas été enregistrés. Rechargez la page pour vérifier.";
export const DAY_LOST = "Cette journée n’a pas pu être affichée : la connexion a été perdue.";

export const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** "Soir, vendredi 18 septembre 2026, Nahel" */
export function cellInWords(view: MonthView, { childId, slotId, date }: Cell): string {
  const slot = view.slots.find(({ id }) => id === slotId)?.label;
  const day = view.days.find((one) => one.date === date)?.words;
  const child = view.children.find(({ id }) => id === childId)?.firstName;
  return [slot, day, child].filter(Boolean).join(", ");
}

/** "Demande enregistrée : Soir, vendredi 18 septembre 2026, Nahel. Panier : 3,00 €." */
export function outcomeInWords(view: MonthView, kind: "request" | "withdraw", { cells, cart }: GridChange): string {
  const booked = cells.every(({ code }) => code === "R");
  const noun = kind === "request" && booked ? ["réservation", "réservations"] : ["demande", "demandes"];
  const verb = kind === "withdraw" ? "retirée" : "enregistrée";
  const [only] = cells;
  const what =
    cells.length === 1 && only
      ? `${capitalized(noun[0] ?? "")} ${verb} : ${cellInWords(view, only)}`
      : `${plural(cells.length, noun[0] ?? "", noun[1] ?? "")} ${verb}${cells.length > 1 ? "s" : ""}`;
  return `${what}. Panier : ${formatEuros(cart.totalCents)}.`;
}

/** "3 créneaux choisis, 9,00 €", without a total when a price is not known. */
export function choiceInWords({ prices }: MonthView, spots: Spot[]): string {
  const cents = spots
    .map(({ child, slot }) => prices[child]?.[slot] ?? Number.NaN)
    .reduce((sum, price) => sum + price, 0);
  const total = Number.isNaN(cents) ? "" : `, ${formatEuros(cents)}`;
  return plural(spots.length, "créneau choisi", "créneaux choisis") + total;
}

/** The state of a code, as a sentence begins: "Demande en attente de paiement". */
function stateInWords(code: string): string {
  const upper = code === "x" || code === "o" ? code : code.toUpperCase();
  return upper in cellWords ? capitalized(cellWords[upper as CellCode]) : "";
}

/** "3,00 € · jusqu’au jeudi 10 septembre à 23 h 59": the price as long as it matters, the deadline while it runs. */
export function hintOf(view: MonthView, spot: Spot, code: string): string {
  const { child, slot, day } = spot;
  const closes = view.closes[slot]?.[day] ?? 0;
  const cents = view.prices[child]?.[slot] ?? null;
  const isTheirs = "AG".includes(code.toUpperCase());
  const price = isTheirs || cents === null ? "" : cents === 0 ? "gratuit" : formatEuros(cents);
  const billed = view.slots[slot]?.billing === "billed" && cents && !isTheirs ? " sur facture" : "";
  const until = closes > 0 && ".PVx".includes(code) ? `jusqu’au ${deadlineDayInWords(new Date(closes * 60_000))}` : "";
  const state = code === "." ? "" : code === "~" ? openingAt(view, spot) : stateInWords(code);
  return [state, price + billed, until].filter(Boolean).join(" · ");
}

/** "Ouverture des réservations le lundi 4 janvier 2027 à 8 h 30" */
function openingAt({ openings, slots, days }: MonthView, { slot, day }: Spot): string {
  const date = days[day]?.date ?? "";
  const opening = openings.find(({ slotId, from, to }) => slotId === slots[slot]?.id && from <= date && date <= to);
  return opening
    ? `Ouverture des réservations le ${instantInWords(new Date(opening.at))}`
    : "Les réservations ne sont pas encore ouvertes";
}

/** Why a click on a cell changes nothing. */
export function reasonOf(view: MonthView, spot: Spot, code: string): string {
  const what = cellInWords(view, cellAt(view, spot));
  const closes = view.closes[spot.slot]?.[spot.day] ?? 0;
  if (code === "G") return `Ce jour-là, c’est à l’autre foyer de réserver, d’après le calendrier de garde. ${what}.`;
  if (code === "~") return `${openingAt(view, spot)}. ${what}.`;
  if (code === "#") return `Le service est fermé. ${what}.`;
  if (code === "x") {
    const until = closes > 0 ? ` : il fallait réserver avant le ${deadlineDayInWords(new Date(closes * 60_000))}` : "";
    return `Le délai de réservation est dépassé${until}. ${what}.`;
  }
  const past = code !== code.toUpperCase();
  return past ? `Ce jour est passé. ${stateInWords(code)} : ${what}.` : `${stateInWords(code)} : ${what}.`;
}
