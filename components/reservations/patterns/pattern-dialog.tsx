"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/core/action-result";
import type { PatternOffer } from "@/lib/reservations/patterns/rules";
import { patternActions } from "./pattern-actions";
import { PatternList } from "./pattern-list";
import { type Copied, PlanForm } from "./plan-form";
import { lost } from "./use-preview";
import "./pattern-dialog.css";
import "./pattern-list.css";
import "./plan-preview.css";
import "./week-table.css";

export type Part = "new" | "copy" | "mine";

type Props = Copied & { start: Part; onClose: () => void };

const parts: [Part, string][] = [
  ["new", "Semaine type"],
  ["copy", "Copier"],
  ["mine", "Mes semaines"],
];

const words: Record<Part, string> = {
  new: "Une semaine, réservée d’un geste pour les semaines à venir.",
  copy: "Une semaine du calendrier, pour d’autres semaines ou pour les frères et sœurs.",
  mine: "Ce que vous avez réservé ainsi, et ce qui peut encore en être retiré.",
};

/** Typical weeks: one to book, one to copy, and those that were set. */
export default function PatternDialog({ start, onClose, ...copied }: Props) {
  const { householdId, children } = copied.view;
  const [part, setPart] = useState(start);
  const [offer, setOffer] = useState<ActionResult<PatternOffer>>();

  useEffect(() => {
    void patternActions
      .offer({ householdId })
      .catch(() => lost)
      .then(setOffer);
  }, [householdId]);

  return (
    <Dialog open onClose={onClose} title="Semaine type" description={words[part]}>
      <fieldset className="parts" aria-label="Que faire ?">
        {parts.map(([one, label]) => (
          <button key={one} type="button" aria-pressed={part === one} onClick={() => setPart(one)}>
            {label}
          </button>
        ))}
      </fieldset>
      {part === "mine" ? (
        <PatternList {...{ householdId, onClose }} family={children} />
      ) : !offer ? (
        <p className="patterns hint" aria-live="polite">
          Un instant…
        </p>
      ) : !offer.ok ? (
        <Notice tone="error" title={offer.error.message} />
      ) : offer.data.children.length === 0 ? (
        <p className="patterns hint">Aucune activité n’est ouverte à vos enfants pour les semaines à venir.</p>
      ) : (
        <PlanForm
          key={part}
          {...{ householdId, onClose }}
          offer={offer.data}
          copied={part === "copy" ? copied : undefined}
        />
      )}
    </Dialog>
  );
}
