"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import type { ActionResult } from "@/lib/core/action-result";
import { formatEuros } from "@/lib/core/money";
import type { CancellationPreview } from "@/lib/reservations/cancellations/rules";
import type { CellsInput } from "@/lib/reservations/input";
import type { Cell, MonthView, Refusal } from "@/lib/reservations/rules";
import { backInWords, type PlaceActions } from "./day-acts";
import { CONNECTION_LOST, cellInWords, plural } from "./grid-messages";
import type { GridStore } from "./grid-store";

type Props = {
  view: MonthView;
  store: GridStore;
  cells: Cell[];
  previewAction: (input: CellsInput) => Promise<ActionResult<CancellationPreview>>;
  cancelAction: PlaceActions["cancel"];
  restoreAction: PlaceActions["restore"];
  onClose: () => void;
};

const SOME_CANNOT =
  "Certaines de ces réservations ne s’annulent plus en ligne : choisissez-en d’autres, ou un jour à la fois.";

/** Several booked places given up in one gesture: what comes back is told first, or which of them cannot be. */
export default function CancelDialog({
  view,
  store,
  cells,
  previewAction,
  cancelAction,
  restoreAction,
  onClose,
}: Props) {
  const [preview, setPreview] = useState<ActionResult<CancellationPreview>>();
  const ask = useRef(() => previewAction({ householdId: view.householdId, cells }));

  useEffect(() => {
    void ask
      .current()
      .catch(() => ({ ok: false, error: { code: "unexpected", message: CONNECTION_LOST } }) as const)
      .then(setPreview);
  }, []);

  async function cancel() {
    onClose();
    const words = (back = 0) =>
      `${plural(cells.length, "réservation annulée", "réservations annulées")}.${backInWords(view, back)}`;
    const change = await store.perform({ cells, code: ".", said: (done) => words(done.creditedCents) }, cancelAction);
    if (change) notify(words(change.creditedCents), { tone: "success", undo: () => void restore() });
  }

  async function restore() {
    const said = () => `${plural(cells.length, "annulation reprise", "annulations reprises")}.`;
    const change = await store.perform({ cells, code: "R", said }, restoreAction);
    if (change) notify(said(), { tone: "success" });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Annuler ${plural(cells.length, "réservation", "réservations")} ?`}
      footer={
        <>
          <Button onClick={onClose} className="ml-auto">
            {preview?.ok === false ? "Fermer" : "Garder"}
          </Button>
          {preview?.ok !== false && (
            <Button variant="danger" disabled={!preview} onClick={cancel}>
              Annuler {plural(cells.length, "réservation", "réservations")}
            </Button>
          )}
        </>
      }
    >
      <div aria-live="polite" className="grid gap-3">
        {preview?.ok && <p>{effectInWords(preview.data)}</p>}
        {preview && !preview.ok && (
          <>
            <p className="font-semibold text-cancel">
              {preview.error.code === "changes_refused" ? SOME_CANNOT : preview.error.message}
            </p>
            <ul className="grid gap-1 text-sm">
              {((preview.error.details?.refusals ?? []) as Refusal[]).map((refusal) => (
                <li key={`${refusal.childId} ${refusal.slotId} ${refusal.date}`}>
                  <b>{cellInWords(view, refusal)}</b> : {refusal.message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

function effectInWords({ backCents, unbilledCents }: CancellationPreview): string {
  const back = backCents > 0 ? `${formatEuros(backCents)} reviendront sur le compte.` : "";
  const unbilled = unbilledCents > 0 ? `${formatEuros(unbilledCents)} ne seront pas facturés.` : "";
  return `L’annulation est sans frais. ${[back, unbilled].filter(Boolean).join(" ")}`;
}
