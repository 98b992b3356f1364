"use client";

import { useEffect, useState } from "react";
import { orInterrupted } from "@/components/form/interrupted";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { tryTariffAction } from "@/lib/catalogue/tariffs/actions";
import type { TriedPrice } from "@/lib/catalogue/tariffs/queries";
import { formatEuros } from "@/lib/core/money";

const categories = [
  { value: "resident", label: "De la commune" },
  { value: "nonResident", label: "Hors commune" },
];

type Answer = { price: TriedPrice } | { refusal: string };

/** What a family would pay, and why, as soon as one types: the server answers with the rules that charge. */
export function TryPanel({ tariffId, today }: { tariffId: string; today: string }) {
  const [asked, setAsked] = useState({ date: today, category: "resident", quotient: "900" });
  const [answer, setAnswer] = useState<Answer>();
  const change = (changes: Partial<typeof asked>) => setAsked({ ...asked, ...changes });

  useEffect(() => {
    let isCurrent = true;
    const category = asked.category === "nonResident" ? "nonResident" : "resident";
    void orInterrupted(tryTariffAction({ ...asked, category, tariffId })).then((result) => {
      if (!isCurrent) return;
      const { error } = result.ok ? { error: undefined } : result;
      const [problem] = Object.values(error?.fields ?? {})[0] ?? [];
      if (result.ok) setAnswer({ price: result.data });
      else setAnswer({ refusal: problem ?? error?.message ?? "" });
    });
    return () => {
      isCurrent = false;
    };
  }, [asked, tariffId]);

  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label="Quotient familial"
          name=""
          id="essai-quotient"
          inputMode="numeric"
          optional
          hint="Vide : inconnu."
          value={asked.quotient}
          onChange={(event) => change({ quotient: event.target.value })}
        />
        <SelectField
          label="Famille"
          name=""
          id="essai-categorie"
          options={categories}
          value={asked.category}
          onChange={(event) => change({ category: event.target.value })}
        />
        <TextField
          label="Jour du service"
          type="date"
          name=""
          id="essai-date"
          value={asked.date}
          onChange={(event) => change({ date: event.target.value })}
        />
      </div>
      <div role="status" className="min-h-24 rounded-control bg-sunk p-4">
        {answer && "price" in answer && (
          <>
            <p className="text-lg font-bold">{formatEuros(answer.price.cents)}</p>
            <ul className="mt-1 text-sm text-ink-2">
              {answer.price.why.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        {answer && "refusal" in answer && <p className="font-semibold text-request">{answer.refusal}</p>}
      </div>
    </div>
  );
}
