"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { askAnnouncementAction } from "@/lib/billing/certificates/announcements/actions";
import { dateInWords } from "@/lib/core/format-date";

type Props = { year: number; announcedOn: string | null };

/** One gesture in spring: every family with something to declare is told where its certificate is. */
export function AnnouncementForm({ year, announcedOn }: Props) {
  const { form, isPending, isDone, errorOf, summary } = useKeptForm(askAnnouncementAction);
  const problem = errorOf("year") ?? summary.message;
  return (
    <form {...form} className="grid justify-items-start gap-3">
      <HiddenFields fields={{ year: String(year) }} />
      <p className="max-w-prose text-ink-2">
        Les familles qui ont payé en {year} la garde d’un enfant de moins de six ans reçoivent un message : leur
        attestation est dans leur espace. Chacune une seule fois.
        {announcedOn && ` Dernier envoi : ${dateInWords(announcedOn)}.`}
      </p>
      {problem && <Notice tone="error" role="alert" title={problem} />}
      {isDone && <Notice tone="success" role="status" title="Les messages partent." />}
      <SubmitButton variant="secondary" pending={isPending}>
        {announcedOn ? "Prévenir celles qui ne l’ont pas été" : `Prévenir les familles pour ${year}`}
      </SubmitButton>
    </form>
  );
}
