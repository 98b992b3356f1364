import { ArrowRight, CircleCheck, CircleDashed } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { CompletionStep, CompletionStepName } from "@/lib/accounts/completion/rules";

const titles: Record<CompletionStepName, string> = {
  contact: "Coordonnées",
  school: "École",
  health: "Santé",
  consents: "Autorisations",
  pickup: "Personnes habilitées",
  documents: "Pièces à fournir",
};

/** The steps of a file: what is there, and what is not, with the page where it is filled in. */
export function CompletionList({ steps }: { steps: CompletionStep[] }) {
  return (
    <ol className="grid gap-3">
      {steps.map(({ name, missing, isOptional }) => {
        const isDone = missing.length === 0;
        const Icon = isDone ? CircleCheck : CircleDashed;
        return (
          <li key={name}>
            <Card aria-labelledby={`etape-${name}`} className="p-4 sm:p-5">
              <div className="flex items-start gap-3">
                <Icon aria-hidden className={`mt-0.5 shrink-0 ${isDone ? "text-reserved" : "text-ink-3"}`} />
                <div className="min-w-0 flex-1">
                  <h2 id={`etape-${name}`} className="flex flex-wrap items-center gap-2 text-base">
                    {titles[name]}
                    {isDone ? (
                      <Tag tone="reserved">Complet</Tag>
                    ) : isOptional ? (
                      <Tag>Facultatif</Tag>
                    ) : (
                      <Tag tone="request">À compléter</Tag>
                    )}
                  </h2>
                  {!isDone && (
                    <ul className="mt-1">
                      {missing.map(({ label, href }) => (
                        <li key={label}>
                          <Link
                            href={href}
                            className="inline-flex min-h-11 items-center gap-2 text-primary-strong underline underline-offset-3 sm:min-h-9"
                          >
                            {label}
                            <ArrowRight aria-hidden className="size-4 shrink-0" />
                          </Link>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              </div>
            </Card>
          </li>
        );
      })}
    </ol>
  );
}
