"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { formatEuros } from "@/lib/core/money";
import type { PatternOffer, PatternPreview, RefusedGroup, Turn } from "@/lib/reservations/patterns/rules";
import type { MonthView } from "@/lib/reservations/rules";
import { colourOf } from "../cell-looks";
import type { GridLayout } from "../grid-layout";
import { plural } from "../grid-messages";
import { bookedInWords, undoLater } from "./booked";
import { ChildWeeks } from "./child-weeks";
import { SourceField, TargetWeeks } from "./copy-fields";
import { patternActions } from "./pattern-actions";
import { DaysFields, RhythmFields } from "./plan-fields";
import { PlanPreview, RefusedGroups } from "./plan-preview";
import { emptyPlan, inputOf, type PlanValues, ticksOfWeek } from "./plan-values";
import { lost, newlyRefused, previewIn, usePreview } from "./use-preview";

export type Copied = { view: MonthView; layout: GridLayout; cells: string[][]; week: number };

type Props = {
  householdId: string;
  offer: PatternOffer;
  /** The month from which a week is copied; a typical week is written from nothing. */
  copied?: Copied;
  onClose: () => void;
};

/** A week, ticked or copied, over the weeks to come: what it does is told while it is written, and done in one act. */
export function PlanForm({ householdId, offer, copied, onClose }: Props) {
  const [source, setSource] = useState(copied?.week ?? 0);
  const [values, setValues] = useState(() => (copied ? copiedPlan(offer, copied, copied.week) : emptyPlan(offer)));
  const [joins, setJoins] = useState(true);
  const [busy, setBusy] = useState(false);
  const [changes, setChanges] = useState<RefusedGroup[]>();

  const isCopy = copied !== undefined;
  const input = inputOf(householdId, values, { isCopy, offer });
  const isComplete = input.plan.slots.length > 0 && (!isCopy || values.mondays.size > 0);
  const { answer, isFresh, tell } = usePreview(isComplete ? JSON.stringify(input) : "", () =>
    patternActions.preview(input),
  );
  const preview = answer?.ok ? answer.data : undefined;
  const problems: Record<string, string[] | undefined> = answer && !answer.ok ? (answer.error.fields ?? {}) : {};
  const waiting = joins ? (preview?.full ?? 0) : 0;
  const isReady = isFresh && preview !== undefined && preview.count + waiting > 0 && !busy;

  const set = (change: Partial<PlanValues>) => {
    setChanges(undefined);
    setValues((now) => ({ ...now, ...change }));
  };
  const choose = (childId: string, on: boolean) => {
    const chosen = new Set(values.chosen);
    on ? chosen.add(childId) : chosen.delete(childId);
    set({ chosen });
  };
  const children = offer.children.filter(({ id }) => values.chosen.has(id));

  async function book() {
    if (!preview || !isReady) return;
    setBusy(true);
    const confirmation = { fingerprint: preview.fingerprint, joinsWaitingList: joins };
    const booked = await patternActions.create({ ...input, ...confirmation }).catch(() => lost);
    setBusy(false);
    if (booked.ok) {
      const undo = undoLater({ householdId, patternId: booked.data.patternId });
      notify(bookedInWords(booked.data), { tone: "success", undo });
      return onClose();
    }
    const fresh = previewIn(booked.error.details);
    if (!fresh) return tell(booked);
    setChanges(newlyRefused(preview.refused, fresh.refused));
    tell({ ok: true, data: fresh });
  }

  return (
    <form
      className="patterns"
      onSubmit={(event) => {
        event.preventDefault();
        void book();
      }}
    >
      {copied && (
        <SourceField
          weeks={copied.layout.weeks}
          source={source}
          onSource={(index) => {
            setSource(index);
            setValues((now) => ({ ...copiedPlan(offer, copied, index), mondays: now.mondays }));
          }}
        />
      )}
      {offer.children.length > 1 && (
        <fieldset>
          <legend>Pour quels enfants ?</legend>
          <div className="choices">
            {offer.children.map((child) => (
              <label key={child.id} className={`choice ${colourOf(child.rank)}`}>
                <input
                  type="checkbox"
                  checked={values.chosen.has(child.id)}
                  onChange={({ target }) => choose(child.id, target.checked)}
                />
                {child.firstName}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {!copied && <RhythmFields {...{ offer, values, problems, set }} />}
      {children.map((child) => (
        <ChildWeeks
          key={child.id}
          child={child}
          others={children.filter((other) => other !== child)}
          turns={isCopy ? [{ turn: "a", caption: "Semaine copiée" }] : turnsOf(offer, values)}
          ticks={values.ticks}
          onChange={(ticks) => set({ ticks })}
        />
      ))}
      {copied ? (
        <TargetWeeks {...{ offer, values, set }} source={mondayOf(copied, source)} />
      ) : (
        <DaysFields {...{ offer, values, problems, set }} />
      )}
      <div aria-live="polite" aria-busy={!isFresh || undefined} className="told">
        {changes && (
          <Notice tone="error" title="Rien n’a été réservé : quelque chose a changé depuis l’aperçu.">
            {changes.length > 0 && <RefusedGroups groups={changes} family={offer.children} />}
            <p>Voici ce qui est possible maintenant.</p>
          </Notice>
        )}
        {preview && (
          <PlanPreview
            {...{ preview, joins }}
            family={offer.children}
            onJoins={setJoins}
            onMonthly={(isMonthly) => set({ isMonthly })}
          />
        )}
        {answer && !answer.ok && !problems.from && !problems.to && (
          <Notice tone="error" title={problems.plan?.[0] ?? answer.error.message} />
        )}
        {!isComplete && <p className="hint">{isCopy ? toCopyInWords(input.plan.slots.length) : TO_TICK}</p>}
      </div>
      <footer>
        {preview && <p>{sumInWords(preview)}</p>}
        <Button type="submit" variant="primary" disabled={!isReady} className="max-sm:w-full">
          {busy ? "Enregistrement…" : doneLabel(preview?.count ?? 0, waiting)}
        </Button>
      </footer>
    </form>
  );
}

const TO_TICK = "Cochez les créneaux d’une semaine : vous verrez aussitôt ce qui sera réservé, et pour combien.";
const toCopyInWords = (slots: number) =>
  slots === 0
    ? "Rien n’est réservé cette semaine-là : choisissez-en une autre, ou cochez des créneaux."
    : "Choisissez les semaines vers lesquelles copier.";

const doneLabel = (count: number, waiting: number) =>
  count === 0 && waiting > 0
    ? `Rejoindre ${plural(waiting, "liste d’attente", "listes d’attente")}`
    : `Réserver ${count > 0 ? plural(count, "créneau", "créneaux") : ""}`.trim();

function sumInWords({ offices }: PatternPreview): string {
  const sum = (of: (office: PatternPreview["offices"][number]) => number) =>
    offices.reduce((total, office) => total + of(office), 0);
  const [now, after] = [sum(({ now }) => now.cents), sum(({ invoiced, approval }) => invoiced.cents + approval.cents)];
  return [
    ...(now > 0 ? [`${formatEuros(now)} à payer`] : []),
    ...(after > 0 ? [`${formatEuros(after)} plus tard`] : []),
  ].join(" · ");
}

function turnsOf({ weeks }: PatternOffer, { rhythm, alternateFrom }: PlanValues): { turn: Turn; caption: string }[] {
  const both = [{ turn: "a" as const }, { turn: "b" as const }];
  if (rhythm === "parity") {
    const next = (rest: number) => weeks.find(({ number }) => number % 2 === rest)?.words ?? "";
    const captions = [`Semaines paires, dont celle du ${next(0)}`, `Semaines impaires, dont celle du ${next(1)}`];
    return both.map(({ turn }, index) => ({ turn, caption: captions[index] ?? "" }));
  }
  if (rhythm === "alternate") {
    const other = weeks.slice(0, 2).find(({ monday }) => monday !== alternateFrom);
    const first = weeks.find(({ monday }) => monday === alternateFrom);
    const captions = [`Semaine A, dont celle du ${first?.words}`, `Semaine B, dont celle du ${other?.words}`];
    return both.map(({ turn }, index) => ({ turn, caption: captions[index] ?? "" }));
  }
  return [{ turn: "a", caption: "Chaque semaine" }];
}

function copiedPlan(offer: PatternOffer, { view, layout, cells }: Copied, index: number): PlanValues {
  const week = layout.weeks[index];
  const ticks = week ? ticksOfWeek(view, cells, week, offer) : new Set<string>();
  const chosen = new Set([...ticks].map((tick) => tick.slice(0, tick.indexOf(" "))));
  return { ...emptyPlan(offer), ticks, chosen };
}

/** The Monday of a week of the month, when the view shows it. */
const mondayOf = ({ view, layout }: Copied, index: number): string | undefined => {
  const week = layout.weeks[index];
  return view.days.slice(week?.from, week?.to).find(({ words }) => words.startsWith("lundi"))?.date;
};
