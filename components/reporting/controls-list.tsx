import { CircleCheck, CircleX } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { ControlResult, ControlTheme } from "@/lib/reporting/controls/run-controls";

const themes: Record<ControlTheme, string> = {
  places: "Places et réservations",
  argent: "Comptes et grand livre",
  paiements: "Paiements et reçus",
  factures: "Factures",
  journal: "Journal des actions",
};

/** Every rule with its answer; what breaks one is named, for whoever will look for it. */
export function ControlsList({ results }: { results: ControlResult[] }) {
  const broken = results.filter(({ count }) => count > 0);
  return (
    <div className="grid gap-5">
      {broken.length === 0 ? (
        <Notice tone="success" title={`Tout est juste : ${results.length} contrôles, aucun écart.`} />
      ) : (
        <Notice
          tone="error"
          title={
            broken.length === 1 ? "Un contrôle a trouvé un écart." : `${broken.length} contrôles ont trouvé des écarts.`
          }
        >
          Transmettez cette page à l’administrateur du portail : les références disent où regarder.
        </Notice>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        {(Object.keys(themes) as ControlTheme[]).map((theme) => (
          <Card key={theme} aria-labelledby={theme} className="p-5">
            <h2 id={theme}>{themes[theme]}</h2>
            <ul className="mt-3 divide-y divide-line">
              {results
                .filter((result) => result.theme === theme)
                .map((result) => (
                  <ControlLine key={result.name} {...result} />
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </div>
  );
}

function ControlLine({ sentence, count, examples }: ControlResult) {
  const isTrue = count === 0;
  const Icon = isTrue ? CircleCheck : CircleX;
  return (
    <li className="flex gap-3 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${isTrue ? "text-reserved" : "text-cancel"}`} />
      <div className="min-w-0">
        <p>
          {sentence}{" "}
          <strong className={isTrue ? "sr-only" : "text-cancel"}>
            {isTrue ? "Vérifié." : count === 1 ? "1 écart." : `${count} écarts.`}
          </strong>
        </p>
        {!isTrue && (
          <details className="mt-1 text-sm text-ink-2">
            <summary className="min-h-6 cursor-pointer">Références</summary>
            <ul className="mt-1 font-mono text-xs break-all">
              {examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
