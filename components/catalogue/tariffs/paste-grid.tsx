"use client";

import { useState } from "react";
import { TextArea } from "@/components/form/text-area";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type PastedRow, readPastedBands } from "@/lib/catalogue/tariffs/bands/rules";
import { amountTyped } from "@/lib/core/parse-amount";
import type { Row } from "./draft";

type Props = { id: string; onRead: (rows: Row[], outsiders: Row[] | undefined) => void };

const rowOf = (min: number, cents: number, key: number): Row => ({ key, min: String(min), price: amountTyped(cents) });

/** A grid copied from a table, a deliberation or an e-mail becomes bands. */
export function PasteGrid({ id, onRead }: Props) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState<{ read: number; problems: string[] }>();

  const read = () => {
    const { rows, problems } = readPastedBands(text);
    setSaid({ read: rows.length, problems });
    if (rows.length > 0)
      onRead(
        rows.map(({ min, cents }, key) => rowOf(min, cents.resident, key)),
        outsidersOf(rows),
      );
  };

  return (
    <details className="rounded-control border border-line p-3">
      <summary className="inline-flex min-h-9 items-center font-semibold underline underline-offset-3">
        Coller une grille depuis un tableau
      </summary>
      <div className="grid gap-3 pt-2">
        <TextArea
          label="Grille"
          name=""
          id={id}
          rows={5}
          optional
          hint="Une tranche par ligne : « 0 à 399 ; 0,50 », ou les colonnes d’un tableur. Un second prix est celui des familles hors commune."
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <Button size="small" onClick={read}>
            Lire la grille
          </Button>
        </div>
        <div aria-live="polite">
          {said && (
            <Notice
              tone={said.problems.length > 0 || said.read === 0 ? "warning" : "success"}
              title={
                said.read === 0
                  ? "Aucune tranche n’a été trouvée."
                  : `${said.read} tranches lues. Vérifiez-les ci-dessous.`
              }
            >
              {said.problems.join(" ")}
            </Notice>
          )}
        </div>
      </div>
    </details>
  );
}

const outsidersOf = (rows: PastedRow[]): Row[] | undefined =>
  rows.some(({ cents }) => cents.nonResident !== undefined)
    ? rows.map(({ min, cents }, key) => rowOf(min, cents.nonResident ?? cents.resident, key))
    : undefined;
