import { Pencil } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { plainDate } from "@/lib/core/format-date";
import type { HealthView } from "@/lib/families/health/queries";
import { type HealthSectionName, missingSections } from "@/lib/families/health/rules";
import { HealthForm } from "./health-form";
import { healthSections, linesOf, sectionTitles } from "./health-words";

type Props = {
  view: HealthView;
  /** Where its sections are opened; an agent only reads. */
  path?: string;
  /** The section that the address asks to write, or that was just saved. */
  open?: string;
  saved?: string;
};

/** A child's record, section by section. */
export function HealthRecordView({ view, path, open, saved }: Props) {
  const missing = missingSections(view.record);
  return (
    <div className="grid gap-4 sm:gap-5">
      <Admission view={view} />
      <div className="gap-5 lg:columns-2">
        {healthSections.map((section) => (
          <HealthSectionCard
            key={section}
            section={section}
            view={view}
            path={path}
            isOpen={path !== undefined && open === section}
            isSaved={saved === section}
            isMissing={missing.includes(section)}
          />
        ))}
      </div>
    </div>
  );
}

function Admission({ view: { admission, record } }: { view: HealthView }) {
  if (admission.complete || !record.vaccines) return null;
  return (
    <Notice tone="warning" title={`Vaccination incomplète : admission jusqu’au ${plainDate(admission.until)}`}>
      Il manque : {admission.missing.join(", ")}.
    </Notice>
  );
}

type CardProps = {
  section: HealthSectionName;
  view: HealthView;
  path?: string;
  isOpen: boolean;
  isSaved: boolean;
  isMissing: boolean;
};

function HealthSectionCard({ section, view, path, isOpen, isSaved, isMissing }: CardProps) {
  const lines = linesOf(section, view);
  return (
    <Card
      id={section}
      aria-labelledby={`titre-${section}`}
      className="mb-4 grid scroll-mt-24 break-inside-avoid gap-3 p-4 sm:mb-5 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={`titre-${section}`}>{sectionTitles[section]}</h2>
        {isMissing && !isOpen && <Tag tone="request">À compléter</Tag>}
      </div>
      {isSaved && <Notice tone="success" role="status" title="C’est enregistré." />}
      {isOpen && path ? (
        <HealthForm section={section} view={{ ...view, record: { [section]: view.record[section] } }} backTo={path} />
      ) : (
        <>
          {lines ? <Lines lines={lines} /> : <p className="text-ink-2">Pas encore renseigné.</p>}
          {path && (
            <div className="justify-self-end">
              <ButtonLink href={`${path}?modifier=${section}#${section}`} size="small" scroll={false}>
                <Pencil className="size-4" />
                <span>
                  Modifier<span className="sr-only"> : {sectionTitles[section]}</span>
                </span>
              </ButtonLink>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

function Lines({ lines }: { lines: [label: string, value: string][] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {lines.map(([label, value]) => (
        <div key={`${label}${value}`} className="contents">
          <dt className={label ? "text-ink-2" : "sr-only"}>{label || "Réponse"}</dt>
          <dd className={label ? "wrap-break-word" : "col-span-2"}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
