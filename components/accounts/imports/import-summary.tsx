import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { ImportView } from "@/lib/accounts/imports/queries";
import { count, type LineState, lineStates, lineWords } from "./import-words";

type Props = { counts: ImportView["counts"]; children?: ReactNode };

/** How many lines are in each state, and what one may do now. */
export function ImportSummary({ counts, children }: Props) {
  const shown = lineStates.filter((state) => counts[state].lines > 0);
  const warned = counts.ok.warned + counts.imported.warned;
  return (
    <Card className="mb-4 grid gap-4 p-4 sm:p-6">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {shown.map((state) => (
          <div key={state} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-2">
              {lineWords[state].label} ({familiesInWords(counts, state)})
            </dt>
            <dd className="text-2xl font-bold tabular-nums">{counts[state].lines.toLocaleString("fr-FR")}</dd>
          </div>
        ))}
      </dl>
      {warned > 0 && (
        <p className="text-sm text-ink-2">
          {count(warned, "ligne comporte", "lignes comportent")} une information illisible, laissée de côté sans bloquer
          la famille.
        </p>
      )}
      {children && <div className="flex flex-wrap items-center gap-3">{children}</div>}
    </Card>
  );
}

const familiesInWords = (counts: ImportView["counts"], state: LineState) =>
  count(counts[state].families, "famille", "familles");
