"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { notify } from "@/components/ui/notify";
import type { ActionResult } from "@/lib/core/action-result";
import { monthInWords } from "@/lib/core/format-date";
import type { DayInput } from "@/lib/reservations/input";
import type { CartSummary, DayView, MonthView } from "@/lib/reservations/rules";
import { codeAt, layoutOf, type Spot } from "./grid-layout";
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

const DayPanel = dynamic(() => import("./day-panel"));

type DayAnswer = Promise<ActionResult<DayView>>;
type Props = GridActions & {
  view: MonthView;
  cart: CartSummary;
  dayAction: (input: DayInput) => DayAnswer;
};

/** The month of a household: what is booked, what may be, and one click to ask for it. */
export function MonthGrid({ view, cart, dayAction, ...actions }: Props) {
  const layout = useMemo(() => layoutOf(view), [view]);
  const grid = useGrid(view, cart, actions);
  const { store, cells } = grid;
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const week = useWeek(view, layout);
  const [opened, setOpened] = useState<{ day: number; answer: DayAnswer }>();

  const openDay = (day: number) => {
    const date = view.days[day]?.date ?? "";
    const answer = dayAction({ householdId: view.householdId, date });
    setOpened({ day, answer: answer.catch(() => ({ ok: false, error: { code: "unexpected", message: DAY_LOST } })) });
  };
  const explain = (spot: Spot) => {
    const reason = reasonOf(view, spot, codeAt(cells, spot));
    store.say(reason);
    notify(reason);
  };

  return (
    <div className="month-grid" data-busy={grid.busy || undefined}>
      <GridToolbar view={view} layout={layout} grid={grid} week={week} hidden={hidden} onHide={setHidden} />
      <MonthTable
        {...{ view, layout, cells, hidden, store, openDay, explain }}
        refused={grid.refused}
        week={week.index}
        caption={`Réservations de ${monthInWords(view.month)}`}
      />
      <GridLegend view={view} />
      {opened ? (
        <DayPanel
          key={opened.day}
          {...{ view, grid, explain }}
          day={opened.day}
          answer={opened.answer}
          onRetry={() => openDay(opened.day)}
          onClose={() => setOpened(undefined)}
        />
      ) : (
        <GridVoice view={view} grid={grid} />
      )}
    </div>
  );
}
