"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo, useState } from "react";
import { notify } from "@/components/ui/notify";
import type { ActionResult } from "@/lib/core/action-result";
import { monthInWords } from "@/lib/core/format-date";
import type { CancellationPreview } from "@/lib/reservations/cancellations/rules";
import type { CellsInput, DayInput } from "@/lib/reservations/input";
import type { CartSummary, Cell, DayView, MonthView } from "@/lib/reservations/rules";
import type { AbsenceActions } from "./absence-dialog";
import type { PlaceActions } from "./day-acts";
import { codeAt, layoutOf, nextBooked, type Spot } from "./grid-layout";
import { GridLegend } from "./grid-legend";
import { DAY_LOST, reasonOf } from "./grid-messages";
import type { GridActions } from "./grid-store";
import { GridToolbar } from "./grid-toolbar";
import { GridVoice } from "./grid-voice";
import { MonthTable } from "./month-table";
import { useGrid } from "./use-grid";
import { useWeek } from "./use-week";
import "./cell.css";
import "./grid-toolbar.css";
import "./month-grid.css";
import "./month-table.css";
import "./month-phone.css";

// What is opened over the month comes when it is opened.
const DayPanel = dynamic(() => import("./day-panel"));
const AbsenceDialog = dynamic(() => import("./absence-dialog"));
const CancelDialog = dynamic(() => import("./cancel-dialog"));
const PatternDialog = dynamic(() => import("./patterns/pattern-dialog"));

/** In the address that a message about a typical week leads to. */
const PATTERNS = "#semaines-types";

type DayAnswer = Promise<ActionResult<DayView>>;
type Props = GridActions &
  AbsenceActions & {
    view: MonthView;
    cart: CartSummary;
    /** Somebody has come to declare an absence. */
    absent?: boolean;
    dayAction: (input: DayInput) => DayAnswer;
    acts: PlaceActions;
    previewAction: (input: CellsInput) => Promise<ActionResult<CancellationPreview>>;
  };

type Opened =
  | { what: "day"; day: number; answer: DayAnswer; spot?: Spot }
  | { what: "absence"; childId?: string; date: string }
  | { what: "cancellation"; cells: Cell[] }
  | { what: "patterns"; start: "new" | "mine" };

/** The month of a household: what is booked, what may be, and one click to ask for it. */
export function MonthGrid({ view, cart, absent = false, dayAction, acts, previewAction, ...actions }: Props) {
  const layout = useMemo(() => layoutOf(view), [view]);
  const grid = useGrid(view, cart, actions);
  const { store, cells } = grid;
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const week = useWeek(view, layout);
  const [opened, setOpened] = useState<Opened | undefined>(() =>
    absent ? { what: "absence", date: nextBooked(view, view.cells) } : undefined,
  );
  const close = () => setOpened(undefined);

  useEffect(() => {
    if (window.location.hash === PATTERNS) setOpened({ what: "patterns", start: "mine" });
  }, []);

  const openDay = (day: number, spot?: Spot) => {
    const date = view.days[day]?.date ?? "";
    const answer = dayAction({ householdId: view.householdId, date }).catch(() => dayLost);
    setOpened({ what: "day", day, answer, spot });
  };
  const declare = (date: string, childId?: string) => setOpened({ what: "absence", date, childId });
  const explain = (spot: Spot) => {
    const reason = reasonOf(view, spot, codeAt(cells, spot));
    store.say(reason);
    notify(reason);
  };

  return (
    <div className="month-grid" data-busy={grid.busy || undefined}>
      <GridToolbar
        {...{ view, layout, grid, week, hidden }}
        onHide={setHidden}
        onAbsence={() => declare(nextBooked(view, cells))}
        onPatterns={() => setOpened({ what: "patterns", start: "new" })}
      />
      <MonthTable
        {...{ view, layout, cells, hidden, store, openDay, explain }}
        cancel={(cells) => setOpened({ what: "cancellation", cells })}
        refused={grid.refused}
        week={week.index}
        caption={`Réservations de ${monthInWords(view.month)}`}
      />
      <GridLegend view={view} />
      {opened?.what === "day" ? (
        <DayPanel
          key={opened.day}
          {...{ view, grid, explain, acts }}
          day={opened.day}
          answer={opened.answer}
          spot={opened.spot}
          reload={() => openDay(opened.day, opened.spot)}
          declareFor={(childId, date) => declare(date, childId)}
          onClose={close}
        />
      ) : (
        <GridVoice view={view} grid={grid} />
      )}
      {opened?.what === "absence" && <AbsenceDialog {...actions} {...{ view, store }} start={opened} onClose={close} />}
      {opened?.what === "patterns" && (
        <PatternDialog {...{ view, layout, cells }} week={week.index} start={opened.start} onClose={close} />
      )}
      {opened?.what === "cancellation" && (
        <CancelDialog
          {...{ view, store, previewAction }}
          cells={opened.cells}
          cancelAction={acts.cancel}
          restoreAction={acts.restore}
          onClose={close}
        />
      )}
    </div>
  );
}

const dayLost = { ok: false, error: { code: "unexpected", message: DAY_LOST } } as const;
