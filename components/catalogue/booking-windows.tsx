"use client";

import { removeWindowAction } from "@/lib/catalogue/windows/actions";
import type { WindowRow } from "@/lib/catalogue/windows/queries";
import { windowInWords } from "@/lib/catalogue/windows/rules";
import { OneButton } from "./one-button";
import { Opening } from "./opening";
import { WindowForm } from "./window-form";

/** From when to when days can be booked, as families read it; without any, a day is open as soon as it is published. */
export function BookingWindows({ activityId, windows }: { activityId: string; windows: WindowRow[] }) {
  return (
    <div className="grid gap-3">
      {windows.length === 0 && (
        <p className="text-ink-2">
          Aucune : un jour se réserve dès que son calendrier est ouvert, et jusqu’à son délai.
        </p>
      )}
      <ul className="grid gap-2">
        {windows.map((window) => (
          <li key={window.id} className="grid gap-2 rounded-control border border-line p-3">
            <Sentences window={window} />
            <div className="flex flex-wrap items-start gap-3">
              <Opening button summary="Modifier">
                <WindowForm activityId={activityId} window={window} />
              </Opening>
              <OneButton
                action={removeWindowAction}
                fields={{ windowId: window.id }}
                done="La période est retirée : ses jours se réservent dès maintenant."
              >
                Retirer
              </OneButton>
            </div>
          </li>
        ))}
      </ul>
      <Opening button summary="Ajouter une période">
        <WindowForm activityId={activityId} />
      </Opening>
    </div>
  );
}

function Sentences({ window }: { window: WindowRow }) {
  return (
    <div>
      {windowInWords(window).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
