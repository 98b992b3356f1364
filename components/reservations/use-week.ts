import { useEffect, useState } from "react";
import type { MonthView } from "@/lib/reservations/rules";
import type { GridLayout } from "./grid-layout";

/** In the address of a month that is reached backwards: its last week comes first. */
export const FROM_THE_END = "#fin";

/** The week that a phone shows: the current one, or the first, or the last when one comes back from the next month. */
export function useWeek(view: MonthView, { weeks }: GridLayout) {
  const current = view.today.startsWith(view.month)
    ? weeks.findIndex(({ to }) => (view.days[to - 1]?.date ?? "") >= view.today)
    : 0;
  const [chosen, setChosen] = useState<{ view: MonthView; index: number }>();
  const last = weeks.length - 1;

  useEffect(() => {
    if (window.location.hash === FROM_THE_END) setChosen({ view, index: last });
  }, [view, last]);

  return {
    current: current < 0 ? last : current,
    index: chosen?.view === view ? chosen.index : current < 0 ? last : current,
    last,
    go: (index: number) => setChosen({ view, index }),
  };
}

export type Week = ReturnType<typeof useWeek>;
