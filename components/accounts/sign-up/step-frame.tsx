import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { type SignUpStep, signUpSteps } from "@/lib/accounts/sign-up/rules";
import { pathOf, stepNames } from "./step-names";

type Props = {
  step: SignUpStep;
  incomplete: readonly SignUpStep[];
  /** What the structure asked of a family that had sent its request already. */
  question: string | null;
  children: ReactNode;
};

/** One step of the request: where one stands, what is asked, and the way to the others. */
export function StepFrame({ step, incomplete, question, children }: Props) {
  const { title, lead } = stepNames[step];
  const number = signUpSteps.indexOf(step) + 1;

  return (
    <div className="mx-auto max-w-2xl">
      <p className="mb-2 text-sm font-semibold text-primary-strong">
        Inscription · étape {number} sur {signUpSteps.length}
      </p>
      <PageTitle title={title} lead={lead} />
      {question && (
        <div className="mb-5">
          <Notice tone="warning" title="La structure vous demande une précision">
            <p className="whitespace-pre-line">{question}</p>
          </Notice>
        </div>
      )}
      <Steps current={step} incomplete={incomplete} />
      <Card className="p-4 sm:p-6">{children}</Card>
      <p className="mt-3 text-sm text-ink-2">
        Ce que vous saisissez est enregistré au fur et à mesure, pendant trente jours, sur cet appareil.
      </p>
    </div>
  );
}

function Steps({ current, incomplete }: { current: SignUpStep; incomplete: readonly SignUpStep[] }) {
  return (
    <nav aria-label="Étapes de l’inscription" className="mb-4">
      <ol className="grid grid-cols-4 gap-1.5">
        {signUpSteps.map((step) => {
          const isDone = step !== "recapitulatif" && !incomplete.includes(step);
          const isCurrent = step === current;
          return (
            <li key={step}>
              <Link
                href={pathOf(step)}
                aria-current={isCurrent ? "step" : undefined}
                className={`flex min-h-11 flex-col gap-1.5 border-t-4 pt-1.5 text-xs leading-tight no-underline sm:text-sm ${
                  isCurrent
                    ? "border-primary font-semibold text-primary-strong"
                    : isDone
                      ? "border-reserved-line text-ink-2 hover:text-ink"
                      : "border-line text-ink-2 hover:text-ink"
                }`}
              >
                <span className="flex flex-wrap items-center gap-1">
                  {isDone && <Check aria-hidden className="size-4 shrink-0 text-reserved" />}
                  <span className="min-w-0 break-words">{shortNames[step]}</span>
                  {isDone && <span className="sr-only"> (complète)</span>}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const shortNames: Record<SignUpStep, string> = {
  vous: "Vous",
  adresse: "Adresse",
  enfants: "Enfants",
  recapitulatif: "Envoi",
};
