"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/core/action-result";
import { capitalized } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { DayView, MonthView } from "@/lib/reservations/rules";
import type { PlaceActions } from "./day-acts";
import { DayAnswer } from "./day-answer";
import { keyOf, sumOfDay } from "./day-lines";
import "./day-panel.css";
import { cellAt, type Spot } from "./grid-layout";
import { GridLegend } from "./grid-legend";
import type { GridState, GridStore } from "./grid-store";
import { GridVoice } from "./grid-voice";
import { PapersNotice } from "./papers-notice";

type Props = {
  view: MonthView;
  grid: GridState & { store: GridStore };
  /** Its place in `view.days`. */
  day: number;
  answer: Promise<ActionResult<DayView>>;
  explain: (spot: Spot) => void;
  acts: PlaceActions;
  /** The cell whose detail is open first. */
  spot?: Spot;
  reload: () => void;
  declareFor: (childId: string, date: string) => void;
  onClose: () => void;
};

/** One day in full: deadlines, prices and why, remaining places, and the same cells as in the month. */
export default function DayPanel({ view, grid, day, answer, spot, onClose, ...does }: Props) {
  const { store } = grid;
  const [result, setResult] = useState<ActionResult<DayView>>();
  const [detail, setDetail] = useState(spot && keyOf(cellAt(view, spot)));

  useEffect(() => {
    let current = true;
    answer.then((next) => {
      if (!current) return;
      if (next.ok) store.learn(codesOf(next.data));
      setResult(next);
    });
    return () => {
      current = false;
    };
  }, [answer, store]);

  const { words = "", note } = view.days[day] ?? {};
  return (
    <Dialog
      open
      onClose={onClose}
      title={capitalized(words) + (note ? ` · ${note}` : "")}
      description="Toute demande est soumise à validation par la structure d’accueil."
      footer={result?.ok && <DayTotal {...sumOfDay(view, grid.cells, day, result.data)} byAgent={view.byAgent} />}
    >
      <div className="day-panel">
        <GridVoice view={view} grid={grid} />
        {view.papers && <PapersNotice papers={view.papers} />}
        <DayAnswer {...{ view, grid, result, detail }} {...does} onDetail={setDetail} />
        {result?.ok && <GridLegend view={view} />}
      </div>
    </Dialog>
  );
}

const codesOf = ({ date, lines }: DayView) =>
  lines.flatMap(({ slotId, children }) => children.map(({ childId, code }) => ({ childId, slotId, date, code })));

type Total = ReturnType<typeof sumOfDay> & { byAgent: boolean };

function DayTotal({ toPay, toApprove, cents, byAgent }: Total) {
  const requests =
    toPay > 0 ? `${toPay} ${toPay > 1 ? "demandes" : "demande"} ce jour : ` : "Aucune demande à payer ce jour";
  return (
    <>
      <p className="min-w-0 flex-1 basis-36 text-sm text-ink-2">
        {requests}
        {toPay > 0 && <strong className="text-ink tabular-nums">{formatEuros(cents)}</strong>}
        {toApprove > 0 && ` · ${toApprove} en attente de validation`}
      </p>
      {!byAgent && (
        <ButtonLink href="/panier" variant={toPay > 0 ? "primary" : "secondary"}>
          Voir le panier
        </ButtonLink>
      )}
    </>
  );
}
