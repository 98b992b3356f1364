"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import type { ActionResult } from "@/lib/core/action-result";
import type { DeclaredAbsence } from "@/lib/reservations/absences/declare-absence";
import type { AbsenceDaysInput, DeclareAbsenceInput } from "@/lib/reservations/absences/input";
import type { AbsencePreview } from "@/lib/reservations/absences/rules";
import type { MonthView } from "@/lib/reservations/rules";
import { AbsenceEffects } from "./absence-effects";
import { AbsenceFields, type AbsenceValues } from "./absence-fields";
import "./absence-dialog.css";
import { CONNECTION_LOST } from "./grid-messages";
import type { GridStore } from "./grid-store";
import { ProofUpload } from "./proof-upload";

export type AbsenceActions = {
  previewAbsenceAction: (input: AbsenceDaysInput) => Promise<ActionResult<AbsencePreview>>;
  declareAbsenceAction: (input: DeclareAbsenceInput) => Promise<ActionResult<DeclaredAbsence>>;
};

type Props = AbsenceActions & {
  view: MonthView;
  store: GridStore;
  start: { childId?: string; date: string };
  onClose: () => void;
};

const lost = { ok: false, error: { code: "unexpected", message: CONNECTION_LOST } } as const;

/** "Mon enfant est malade": every service of some days in one gesture, and what it costs, told before. */
export default function AbsenceDialog({
  view,
  store,
  start,
  previewAbsenceAction,
  declareAbsenceAction,
  onClose,
}: Props) {
  const { householdId, children } = view;
  const [values, setValues] = useState<AbsenceValues>({
    childId: start.childId ?? (children.length === 1 ? (children[0]?.id ?? "") : ""),
    from: start.date,
    to: start.date,
    reason: "illness",
    note: "",
  });
  const [preview, setPreview] = useState<ActionResult<AbsencePreview>>();
  const [declared, setDeclared] = useState<DeclaredAbsence>();
  const [busy, setBusy] = useState(false);
  const formId = useId();
  const { childId, from, to } = values;
  const previewOf = useRef(previewAbsenceAction);

  useEffect(() => {
    setPreview(undefined);
    if (!childId || !from || !to) return;
    let current = true;
    const ask = previewOf.current({ householdId, childId, from, to }).catch(() => lost);
    void ask.then((answer) => current && setPreview(answer));
    return () => {
      current = false;
    };
  }, [householdId, childId, from, to]);

  async function declare() {
    setBusy(true);
    const answer = await declareAbsenceAction({ householdId, ...values }).catch(() => lost);
    setBusy(false);
    if (!answer.ok) return setPreview(answer);
    store.learn(answer.data.cells);
    store.setCart(answer.data.cart);
    const child = children.find(({ id }) => id === childId)?.firstName ?? "";
    notify(`Absence de ${child} déclarée.`, { tone: "success" });
    if (answer.data.absenceId && answer.data.proofUntil) setDeclared(answer.data);
    else onClose();
  }

  if (declared?.absenceId) {
    return (
      <Dialog
        open
        onClose={onClose}
        title="Absence déclarée"
        description={`Envoyez un justificatif avant le ${declared.proofUntil} : sans lui, l’absence reste facturée.`}
        footer={
          <Button onClick={onClose} className="ml-auto">
            Plus tard
          </Button>
        }
      >
        <p className="mb-3">Un certificat médical ou une ordonnance, en photo ou en PDF.</p>
        <ProofUpload householdId={householdId} absenceId={declared.absenceId} onSent={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Mon enfant est malade"
      description="Un seul geste pour tous ses services de la journée, ou de plusieurs jours."
      footer={
        <Button
          type="submit"
          form={formId}
          variant="primary"
          disabled={busy || !preview?.ok}
          className="ml-auto max-sm:w-full"
        >
          Déclarer l’absence
        </Button>
      }
    >
      <form
        id={formId}
        className="absence"
        onSubmit={(event) => {
          event.preventDefault();
          void declare();
        }}
      >
        <AbsenceFields view={view} values={values} onChange={setValues} problems={fieldsOf(preview)} />
        <div aria-live="polite">
          {preview?.ok && <AbsenceEffects preview={preview.data} />}
          {preview && !preview.ok && !preview.error.fields && <Notice tone="warning" title={preview.error.message} />}
        </div>
      </form>
    </Dialog>
  );
}

const fieldsOf = (preview?: ActionResult<AbsencePreview>): Record<string, string[] | undefined> =>
  preview && !preview.ok ? (preview.error.fields ?? {}) : {};
