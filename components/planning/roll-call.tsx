"use client";

import { CheckCheck, CloudUpload } from "lucide-react";
import { useMemo, useState } from "react";
import { FieldFrame, inputClass } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { plainText } from "@/lib/core/text";
import type { OtherChild, RollCall as RollCallView } from "@/lib/reservations/attendance/queries";
import { endsAtTheGate, type Shown } from "@/lib/reservations/attendance/rules";
import { OtherChildren } from "./other-children";
import { RollCallRow } from "./roll-call-row";
import { StillThere } from "./still-there";
import { useRollCall } from "./use-roll-call";

type Props = { view: RollCallView; others: OtherChild[] };

/** Pointing a slot on a tablet: one touch per child, with or without a network. */
export function RollCall({ view, others }: Props) {
  const roll = useRollCall(view);
  const [wanted, setWanted] = useState("");
  const { children, capacity } = view;
  const plainNames = useMemo(
    () => new Map(children.map(({ childId, firstName, lastName }) => [childId, plainText(`${firstName} ${lastName}`)])),
    [children],
  );

  const shown = new Map(children.map(({ childId }) => [childId, roll.shownOf(childId)]));
  const count = (state: Shown) => [...shown.values()].filter((known) => known === state).length;
  const added = roll.added.filter((id) => !shown.has(id));
  const present = count("present") + added.length;
  const left = count("left");
  const expected = children.filter(({ childId }) => shown.get(childId) === "expected").map(({ childId }) => childId);
  const words = plainText(wanted).split(" ").filter(Boolean);
  const matches = (text: string) => words.every((word) => text.includes(word));
  // A child who was added by mistake is gone at once.
  const isListed = (childId: string) => roll.statusOf(childId) !== undefined || roll.isWaiting(childId);
  const listed = children.filter(({ childId }) => isListed(childId) && matches(plainNames.get(childId) ?? ""));

  function pointAll(): void {
    roll.touch(expected, "present");
    notify(`${expected.length} enfants pointés présents.`, { undo: () => roll.touch(expected, "undone") });
  }

  return (
    <div className="grid gap-4">
      {roll.isSignedOut && (
        <Notice tone="warning" role="alert" title="Vous n’êtes plus connecté.">
          Vos pointages sont gardés sur cet appareil : <a href="/connexion">reconnectez-vous</a> pour les envoyer.
        </Notice>
      )}
      {present > capacity && (
        <Notice tone="warning" title={`${present} enfants présents pour ${capacity} places.`}>
          Prévenez la direction : la capacité du créneau est dépassée.
        </Notice>
      )}
      {endsAtTheGate(view) && <StillThere view={view} shown={shown} />}
      <div className="print:static sticky top-0 z-10 -mx-4 grid gap-3 border-b border-line bg-ground px-4 py-3 lg:-mx-7 lg:px-7">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="font-semibold tabular-nums">
            {countWords({ present, left, absent: count("absent"), expected: expected.length })}
          </p>
          {roll.waiting > 0 && (
            <p role="status" className="inline-flex items-center gap-2 font-semibold text-request">
              <CloudUpload />
              {roll.waiting === 1 ? "1 pointage à envoyer" : `${roll.waiting} pointages à envoyer`}
            </p>
          )}
        </div>
        <div className="flex flex-wrap items-end gap-3 print:hidden">
          <FieldFrame id="enfant" label="Chercher ou ajouter un enfant" className="grow basis-64">
            <input
              id="enfant"
              type="search"
              autoComplete="off"
              maxLength={100}
              value={wanted}
              onChange={({ target }) => setWanted(target.value)}
              className={`${inputClass} min-h-12`}
            />
          </FieldFrame>
          {expected.length > 1 && (
            <Button variant="primary" className="min-h-12 max-sm:w-full" onClick={pointAll}>
              <CheckCheck />
              Tout le monde est là ({expected.length})
            </Button>
          )}
        </div>
      </div>
      <ul aria-label="Enfants" className="grid items-start gap-3 2xl:grid-cols-2 print:grid-cols-2 print:gap-2">
        {listed.map((child, index) => (
          <RollCallRow
            key={child.childId}
            view={view}
            child={child}
            rank={index + 1}
            shown={shown.get(child.childId) ?? "expected"}
            departure={roll.departureOf(child.childId)}
            isUnbooked={roll.statusOf(child.childId) === "attended_unbooked"}
            isWaiting={roll.isWaiting(child.childId)}
            problem={roll.problems[child.childId]}
            onTouch={(state, said) => roll.touch([child.childId], state, said)}
          />
        ))}
      </ul>
      <OtherChildren
        others={others}
        listed={shown}
        added={added}
        problems={roll.problems}
        wanted={wanted}
        onAdd={(id) => {
          roll.touch([id], "present");
          setWanted("");
        }}
        onUndo={(id) => roll.touch([id], "undone")}
      />
      {listed.length === 0 && added.length === 0 && words.length === 0 && (
        <p className="text-ink-2">Personne n’est attendu sur ce créneau.</p>
      )}
    </div>
  );
}

type Counts = { present: number; left: number; absent: number; expected: number };

function countWords({ present, left, absent, expected }: Counts): string {
  const are = (count: number, word: string) => `${count} ${word}${count > 1 ? "s" : ""}`;
  return [
    are(present, "présent"),
    ...(left > 0 ? [are(left, "parti")] : []),
    are(absent, "absent"),
    `${expected} à pointer`,
  ].join(", ");
}
