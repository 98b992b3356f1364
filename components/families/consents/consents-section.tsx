import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { shortInstant } from "@/lib/core/format-date";
import type { ConsentView } from "@/lib/families/consents/queries";
import type { ConsentValue } from "@/lib/families/consents/rules";
import { ConsentForm } from "./consent-form";

type Props = {
  childId: string;
  consents: ConsentView[];
  /** An agent only reads. */
  canAnswer: boolean;
};

/** What a family allows or refuses for a child, text by text, with who answered and when. */
export function ConsentsSection({ childId, consents, canAnswer }: Props) {
  return (
    <Card aria-labelledby="autorisations" className="p-4 sm:p-5">
      <h2 id="autorisations">Autorisations</h2>
      <p className="mt-1 max-w-prose text-sm text-ink-2">
        {canAnswer && "Vous pouvez changer d’avis à tout moment. "}Ne pas répondre n’est pas accepter.
      </p>
      <ul className="mt-2 divide-y divide-line">
        {consents.map((consent) => (
          <ConsentRow key={consent.kind} childId={childId} consent={consent} canAnswer={canAnswer} />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = { childId: string; consent: ConsentView; canAnswer: boolean };

function ConsentRow({ childId, consent, canAnswer }: RowProps) {
  const { kind, label, text, version, answers } = consent;
  const [last] = answers;
  const isStale = last !== undefined && last.version !== version;
  return (
    <li className="grid gap-2 py-4 last:pb-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h3 className="font-semibold">{label}</h3>
        <AnswerTag value={isStale ? undefined : last?.value} />
      </div>
      <p className="max-w-prose">{text}</p>
      {isStale && <p className="text-sm font-semibold text-request">Ce texte a changé depuis votre réponse.</p>}
      {last && <p className="text-sm text-ink-2">{saidInWords(last)}</p>}
      {answers.length > 1 && (
        <details className="text-sm">
          <summary className="inline-block py-1 text-primary-strong underline underline-offset-3">
            Réponses précédentes
          </summary>
          <ul className="mt-1 list-disc pl-5 text-ink-2">
            {answers.slice(1).map((answer) => (
              <li key={answer.at.toISOString()}>{saidInWords(answer)}</li>
            ))}
          </ul>
        </details>
      )}
      {canAnswer && (
        <ConsentForm
          fields={{ childId, kind, version }}
          label={label}
          current={isStale ? undefined : last?.value}
          withHour={kind === "leave_alone"}
        />
      )}
    </li>
  );
}

const words: Record<ConsentValue, string> = { granted: "Autorisé", refused: "Refusé" };

function AnswerTag({ value }: { value: ConsentValue | undefined }) {
  if (!value) return <Tag tone="request">Pas de réponse</Tag>;
  return <Tag tone={value === "granted" ? "reserved" : "cancel"}>{words[value]}</Tag>;
}

function saidInWords({ value, detail, by, at, version }: ConsentView["answers"][number]): string {
  const author = by ? ` par ${by}` : "";
  return `${words[value]}${detail ? ` (${detail})` : ""}${author}, le ${shortInstant(at)}, texte nº\u00a0${version}`;
}
