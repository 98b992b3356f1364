import { memo, useState } from "react";
import type { MonthView } from "@/lib/reservations/rules";
import { isQuiet, shapeOf } from "./cell-looks";

const entries = [
  [".", "Libre"],
  ["R", "Réservé"],
  ["P", "Demande, en attente de paiement ou de validation"],
  ["F", "Absence, facturée ou excusée"],
  ["N", "Annulation demandée"],
  ["L", "Liste d’attente"],
  ["W", "Place proposée"],
  ["T", "Présent"],
  ["o", "Complet"],
  ["x", "Délai dépassé"],
  ["#", "Fermé"],
] as const;

/** Where some days are in that state only. */
const rareEntries = [
  ["?", "Demande tardive possible"],
  ["~", "Pas encore ouvert"],
] as const;

/** For a child of two households only. */
const sharedEntries = [
  ["A", "Réservé par l’autre foyer"],
  ["G", "Jour de l’autre foyer"],
] as const;

const has = ({ cells }: MonthView, letter: RegExp) => cells.some((slots) => slots.some((codes) => letter.test(codes)));

/** Always there on a desk; behind its name where room is short. */
export const GridLegend = memo(function GridLegend({ view }: { view: MonthView }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="legend" aria-label="Légende">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        Légende
      </button>
      <ul data-open={open || undefined}>
        {[
          ...entries,
          ...rareEntries.filter(([code]) => has(view, code === "?" ? /\?/ : /~/)),
          ...(has(view, /[aAG]/) ? sharedEntries : []),
        ].map(([code, words]) => (
          <li key={code}>
            <span className="cell" data-s={shapeOf(code)} data-quiet={isQuiet(code) || undefined} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
});
