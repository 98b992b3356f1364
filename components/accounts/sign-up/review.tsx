import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { SignUpDraft } from "@/lib/accounts/sign-up/input";
import type { SignUpStep } from "@/lib/accounts/sign-up/rules";
import { numericDate } from "@/lib/core/format-date";
import { phoneInWords } from "@/lib/core/format-phone";
import { pathOf, stepNames } from "./step-names";

type Props = { draft: SignUpDraft; incomplete: readonly SignUpStep[] };

/** Everything that was typed, step by step, with the way back to each. */
export function Review({ draft: { adult, address, children = [] }, incomplete }: Props) {
  return (
    <div className="grid gap-5">
      <Section step="vous" incomplete={incomplete}>
        <p className="font-semibold">{[adult?.firstName, adult?.lastName].filter(Boolean).join(" ")}</p>
        <p>{bornOn(adult?.birthDate)}</p>
        <p className="break-words">{adult?.email}</p>
        <p>{adult?.phone && phoneInWords(adult.phone)}</p>
      </Section>
      <Section step="adresse" incomplete={incomplete}>
        <p>{address?.street}</p>
        <p>{address?.addressComplement}</p>
        <p>{[address?.postalCode, address?.city].filter(Boolean).join(" ")}</p>
      </Section>
      <Section step="enfants" incomplete={incomplete}>
        <ul className="grid gap-2">
          {children
            .map((child, index) => ({ ...child, key: index }))
            .map(({ key, ...child }) => (
              <li key={key}>
                <span className="font-semibold">{[child.firstName, child.lastName].filter(Boolean).join(" ")}</span>{" "}
                {["", bornOn(child.birthDate), child.gradeLevel].filter((word, i) => word || i === 0).join(" · ")}
              </li>
            ))}
        </ul>
      </Section>
    </div>
  );
}

const bornOn = (date: string | undefined) =>
  /^\d{4}-\d\d-\d\d$/.test(date ?? "") ? `naissance le ${numericDate(date ?? "")}` : "";

type SectionProps = { step: SignUpStep; incomplete: readonly SignUpStep[]; children: ReactNode };

function Section({ step, incomplete, children }: SectionProps) {
  const { title } = stepNames[step];
  const isMissing = incomplete.includes(step);
  return (
    <section aria-labelledby={`titre-${step}`} className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <h2 id={`titre-${step}`} className="mb-1 flex flex-wrap items-center gap-2 text-base">
          {title}
          {isMissing && <Tag tone="request">À compléter</Tag>}
        </h2>
        <div className="text-sm text-ink-2">{children}</div>
      </div>
      <ButtonLink href={pathOf(step)} size="small" variant={isMissing ? "primary" : "secondary"}>
        <span>
          {isMissing ? "Compléter" : "Modifier"}
          <span className="sr-only"> : {title}</span>
        </span>
      </ButtonLink>
    </section>
  );
}
