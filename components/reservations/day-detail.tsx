import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import type { DayAct, DayView, MonthView } from "@/lib/reservations/rules";
import { cellWords } from "@/lib/reservations/rules";
import { actLooks, doneInWords, type PlaceActions } from "./day-acts";
import type { DayLine } from "./day-lines";
import type { GridStore } from "./grid-store";
import { ProofUpload } from "./proof-upload";

export type DetailActions = {
  acts: PlaceActions;
  /** After a change: the day is read again. */
  reload: () => void;
  /** Opens the declaration of an absence. */
  declareFor: (childId: string, date: string) => void;
};

type Props = DetailActions & {
  view: MonthView;
  store: GridStore;
  day: DayView;
  line: DayLine;
  child: MonthView["children"][number];
  code: string;
};

/** One place in full: where it stands, the one thing to do with it and what that costs, and who did what. */
export function DayDetail({ view, store, day, line, child, code, acts, reload, declareFor }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  // Opened from the month, or below the edge of a phone: in sight.
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), []);

  const entry = line.children.find(({ childId }) => childId === child.id);
  if (!entry) return null;
  const { act, proof, history = [] } = entry;
  const look = act && actLooks[act.kind];
  const cells = [{ childId: child.id, slotId: line.slotId, date: day.date }];

  async function perform(kind: DayAct["kind"], isUndo = false): Promise<void> {
    const { hoped, undo, note: asked } = actLooks[kind];
    const text = note.current?.value.trim();
    const call = acts[kind];
    if (!call) return;
    if (asked?.required && !isUndo && !isTold(note.current)) return;
    setBusy(true);
    const change = await store.perform({ cells, code: hoped, said: (done) => doneInWords(view, kind, done) }, (input) =>
      call({ ...input, ...(asked && text && { note: text }) }),
    );
    setBusy(false);
    reload();
    if (!change) return;
    const takeBack = undo && !isUndo ? () => void perform(undo, true) : undefined;
    notify(doneInWords(view, kind, change), { tone: "success", undo: takeBack });
  }

  return (
    <div ref={box} className="detail">
      <p className="state">
        <b>
          {child.firstName}, {line.label}
        </b>{" "}
        : {stateInWords(code)}
      </p>
      {act && <p>{act.text}</p>}
      {look?.note && (
        <label>
          {look.note.label} {!look.note.required && <span>(facultatif)</span>}
          <textarea
            ref={note}
            rows={2}
            maxLength={300}
            required={look.note.required}
            minLength={look.note.required ? 3 : undefined}
          />
        </label>
      )}
      {act && look && (
        <p className="acts">
          <Button
            size="small"
            variant={look.danger ? "danger" : "primary"}
            disabled={busy}
            onClick={() => perform(act.kind)}
          >
            {(view.byAgent && look.agentLabel) || look.label}
          </Button>
          {act.kind === "accept" && (
            <Button size="small" disabled={busy} onClick={() => perform("leave")}>
              Refuser la place
            </Button>
          )}
          {code === "R" && (
            <Button size="small" onClick={() => declareFor(child.id, day.date)}>
              {child.firstName} est malade
            </Button>
          )}
        </p>
      )}
      {proof && (
        <>
          <p>{proof.text}</p>
          {proof.canSend && <ProofUpload householdId={view.householdId} absenceId={proof.absenceId} onSent={reload} />}
        </>
      )}
      {history.length > 0 && (
        <ol aria-label="Historique">
          {history.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** A reason is there; if not, the browser says so beside the field. */
function isTold(field: HTMLTextAreaElement | null): boolean {
  if (!field) return false;
  field.value = field.value.trim();
  return field.reportValidity() && field.value.length >= 3;
}

function stateInWords(code: string): string {
  const known = code === "o" || code === "x" ? code : code.toUpperCase();
  return known in cellWords ? cellWords[known as keyof typeof cellWords] : "";
}
