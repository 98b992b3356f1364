import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { shortInstant } from "@/lib/core/format-date";
import type { ConsentTextView } from "@/lib/families/consents/queries";
import { TextForm } from "./text-form";

/** One consent: the text in force, what families answered to it, and those that came before. */
export function TextCard({ view }: { view: ConsentTextView }) {
  const { kind, label, current, earlier, granted, refused } = view;
  const id = `autorisation-${kind}`;
  return (
    <Card aria-labelledby={id} className="grid gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id} className="text-base">
          {label}
        </h2>
        {current ? <Tag tone="reserved">Texte nº&nbsp;{current.version}</Tag> : <Tag>N’est pas demandée</Tag>}
      </div>
      {current && (
        <>
          <p className="max-w-prose whitespace-pre-line">{current.text}</p>
          <p className="text-sm text-ink-2">
            En vigueur depuis le {shortInstant(current.createdAt)} · {granted} oui, {refused} non
          </p>
        </>
      )}
      <details>
        <summary className="inline-flex min-h-9 items-center text-sm font-semibold text-primary-strong underline underline-offset-3">
          {current ? "Changer ce texte" : "Demander cette autorisation"}
          <span className="sr-only"> : {label}</span>
        </summary>
        <div className="mt-3">
          <TextForm
            key={current?.version ?? 0}
            kind={kind}
            label={label}
            version={current?.version ?? 0}
            text={current?.text ?? ""}
          />
        </div>
      </details>
      {earlier.length > 0 && (
        <details className="text-sm">
          <summary className="inline-flex min-h-9 items-center text-primary-strong underline underline-offset-3">
            Textes précédents<span className="sr-only"> : {label}</span>
          </summary>
          <ol className="grid gap-2 text-ink-2">
            {earlier.map(({ version, text, createdAt }) => (
              <li key={version}>
                <span className="font-semibold">
                  Nº&nbsp;{version}, {shortInstant(createdAt)}
                </span>
                <p className="whitespace-pre-line">{text}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </Card>
  );
}
