"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { timeInWords } from "@/lib/core/format-date";
import type { RollCall } from "@/lib/reservations/attendance/queries";
import type { Shown } from "@/lib/reservations/attendance/rules";

const LOOK_MS = 20_000;

/** Past the end and the tolerance, on the day itself: who is still there, so that someone calls. */
export function StillThere({ view, shown }: { view: RollCall; shown: ReadonlyMap<string, Shown> }) {
  const isOver = useIsOver(view.lateFrom);
  const late = view.children.filter(({ childId }) => shown.get(childId) === "present");
  if (!isOver || late.length === 0) return null;

  const names = late.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  return (
    <Notice
      tone="warning"
      title={late.length === 1 ? "Un enfant est encore là." : `${late.length} enfants sont encore là.`}
    >
      L’accueil a fini à {timeInWords(view.endsAt)} : {names.join(", ")}. Touchez « Parti » dès qu’on vient les
      chercher, ou corrigez l’heure s’ils sont partis sans être pointés.
    </Notice>
  );
}

function useIsOver(lateFrom: string): boolean {
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const look = () => setOver(Date.now() > Date.parse(lateFrom));
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [lateFrom]);
  return isOver;
}
