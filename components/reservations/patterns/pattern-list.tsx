"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import type { ActionResult } from "@/lib/core/action-result";
import { formatEuros } from "@/lib/core/money";
import type { PatternItem, PatternPreview, UndonePattern } from "@/lib/reservations/patterns/rules";
import { plural } from "../grid-messages";
import { bookedInWords, undoneInWords } from "./booked";
import { patternActions } from "./pattern-actions";
import { PlanPreview, RefusedGroups } from "./plan-preview";
import { lost, previewIn } from "./use-preview";

type Child = { id: string; firstName: string };
type Props = { householdId: string; family: Child[]; onClose: () => void };

/** What was set, by whom and when; what is left of it may be taken back, or gone on with. */
export function PatternList({ householdId, family, onClose }: Props) {
  const [items, setItems] = useState<ActionResult<PatternItem[]>>();
  useEffect(() => {
    void patternActions
      .list({ householdId })
      .catch(() => lost)
      .then(setItems);
  }, [householdId]);

  if (!items) return <p className="patterns hint">Un instant…</p>;
  if (!items.ok) return <Notice tone="error" title={items.error.message} />;
  if (items.data.length === 0) return <p className="patterns hint">Aucune semaine type n’a encore été réservée.</p>;
  return (
    <div className="patterns">
      <ul className="items">
        {items.data.map((item) => (
          <li key={item.id}>
            <Item {...{ item, family, onClose }} asked={{ householdId, patternId: item.id }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type ItemProps = {
  item: PatternItem;
  family: Child[];
  asked: { householdId: string; patternId: string };
  onClose: () => void;
};
type Opened = { what: "undo"; answer: UndonePattern } | { what: "next"; answer: PatternPreview };

function Item({ item, family, asked, onClose }: ItemProps) {
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<string>();
  const [joins, setJoins] = useState(true);
  const [busy, setBusy] = useState(false);
  const { days, rhythm, lines, except, by, undone, coming, through } = item;

  async function run<T>(work: () => Promise<ActionResult<T>>, done: (data: T) => void) {
    setBusy(true);
    const answer = await work().catch(() => lost);
    setBusy(false);
    if (answer.ok) return done(answer.data);
    const preview = previewIn(answer.error.details);
    if (preview) setOpened({ what: "next", answer: preview });
    setProblem(answer.error.message);
  }
  const open = (what: "undo" | "next") => {
    setProblem(undefined);
    if (what === "undo")
      return run(
        () => patternActions.previewUndo(asked),
        (answer) => setOpened({ what, answer }),
      );
    return run(
      () => patternActions.previewNext(asked),
      (answer) => setOpened({ what, answer }),
    );
  };
  const finish = (words: string) => {
    notify(words, { tone: "success" });
    onClose();
  };
  const undo = () =>
    run(
      () => patternActions.undo(asked),
      (answer) => finish(undoneInWords(answer)),
    );
  const goOn = (fingerprint: string) =>
    run(
      () => patternActions.next({ ...asked, fingerprint, joinsWaitingList: joins }),
      (answer) => finish(bookedInWords(answer)),
    );

  return (
    <article data-undone={undone ? true : undefined}>
      <h3>{days}</h3>
      <p className="hint">
        {rhythm}
        {except && `, sauf ${except}`}
      </p>
      <ul>
        {lines.map(({ firstName, text }) => (
          <li key={`${firstName} ${text}`}>
            <b>{firstName}</b> · {text}
          </li>
        ))}
      </ul>
      <p className="hint">
        {undone ?? `Réservée par ${by}.`}
        {!undone && ` ${coming === 0 ? "Plus rien à venir." : `${plural(coming, "créneau", "créneaux")} à venir.`}`}
        {through && ` Réservée jusqu’au ${through}.`}
      </p>
      <div aria-live="polite" className="told">
        {problem && <Notice tone="error" title={problem} />}
        {opened?.what === "undo" && <UndoneBefore answer={opened.answer} family={family} />}
        {opened?.what === "next" && <PlanPreview preview={opened.answer} {...{ family, joins }} onJoins={setJoins} />}
      </div>
      <div className="acts">
        {opened && <Button onClick={() => setOpened(undefined)}>{opened.what === "undo" ? "Garder" : "Fermer"}</Button>}
        {opened?.what === "undo" && (
          <Button variant="danger" disabled={busy || opened.answer.count === 0} onClick={undo}>
            Retirer {plural(opened.answer.count, "créneau", "créneaux")}
          </Button>
        )}
        {opened?.what === "next" && (
          <Button
            variant="primary"
            disabled={busy || opened.answer.count + (joins ? opened.answer.full : 0) === 0}
            onClick={() => goOn(opened.answer.fingerprint)}
          >
            Réserver {plural(opened.answer.count, "créneau", "créneaux")}
          </Button>
        )}
        {!opened && !undone && through && (
          <Button variant="primary" disabled={busy} onClick={() => open("next")}>
            Réserver la suite
          </Button>
        )}
        {!opened && !undone && coming > 0 && (
          <Button disabled={busy} onClick={() => open("undo")}>
            Retirer ce qui reste à venir
          </Button>
        )}
      </div>
    </article>
  );
}

/** What taking back would do, told before. */
function UndoneBefore({ answer: { count, creditedCents, kept }, family }: { answer: UndonePattern; family: Child[] }) {
  return (
    <section className="preview" aria-label="Ce qui sera retiré">
      <p className="count">
        {count === 0
          ? "Rien ne peut plus être retiré en ligne."
          : `${plural(count, "créneau sera retiré", "créneaux seront retirés")}, sans frais.`}
      </p>
      {creditedCents > 0 && <p>{formatEuros(creditedCents)} reviendront sur votre compte.</p>}
      {kept.length > 0 && (
        <Notice tone="warning" title="Restent réservés :">
          <RefusedGroups groups={kept} family={family} />
        </Notice>
      )}
    </section>
  );
}
