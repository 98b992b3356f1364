"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatEuros } from "@/lib/core/money";
import { closeSlotsAction } from "@/lib/reservations/closures/actions";
import type { Closed } from "@/lib/reservations/closures/close-slots";
import type { ClosurePreview as Preview } from "@/lib/reservations/closures/queries";
import { familiesInWords } from "./day-words";

type Props = { preview: Preview; scope: { from: string; to: string; reach: string } };

/** Whom the closure would concern, before anybody is told; then the act itself, one button that says what it does. */
export function ClosurePreview({ preview, scope }: Props) {
  const { result, post, isPending, field, summary } = usePostedForm(closeSlotsAction);
  const { slots, families, pointed } = preview;

  // First: the page is drawn again with nothing left to close.
  if (result?.ok) return <Done closed={result.data as Closed} />;
  if (slots === 0) {
    return (
      <Notice tone="info" title="Rien n’est à fermer à ces dates.">
        Rien n’y ouvre, c’est déjà fermé, ou c’est passé depuis plus d’un mois.
      </Notice>
    );
  }
  return (
    <Card aria-labelledby="concerne" className="grid gap-5 p-4 sm:p-6">
      <h2 id="concerne">Qui est concerné</h2>
      <Figures preview={preview} />
      {pointed > 0 && (
        <Notice tone="warning" title="Des enfants y sont déjà pointés présents.">
          Annulez leur pointage avant de fermer.
        </Notice>
      )}
      <form action={post} className="grid gap-4">
        <FormSummary {...summary} />
        <HiddenFields fields={scope} />
        <TextArea
          label="Motif, que les familles liront"
          hint="Par exemple : grève du personnel, neige, pont de l’Ascension."
          maxLength={200}
          rows={2}
          {...field("reason")}
        />
        <p>
          <SubmitButton variant="danger" pending={isPending}>
            {families === 0 ? "Fermer" : `Fermer et prévenir ${familiesInWords(families)}`}
          </SubmitButton>
        </p>
      </form>
    </Card>
  );
}

function Figures({ preview: { slots, days, reservations, children, families, creditCents } }: { preview: Preview }) {
  const figures: [string, string | number][] = [
    [days > 1 ? `créneaux sur ${days} jours` : "créneaux", slots],
    ["réservations annulées", reservations],
    ["enfants", children],
    ["familles prévenues", families],
    ["remis sur les comptes", formatEuros(creditCents)],
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-5">
      {figures.map(([label, figure]) => (
        <div key={label} className="flex flex-col-reverse justify-end">
          <dt className="text-sm text-ink-2">{label}</dt>
          <dd className="text-2xl font-bold tabular-nums">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Done({ closed: { slots, reservations, families, creditedCents } }: { closed: Closed }) {
  return (
    <Notice
      tone="success"
      role="status"
      title={slots === 1 ? "1 créneau est fermé." : `${slots} créneaux sont fermés.`}
    >
      {reservations === 0
        ? "Personne n’y avait réservé."
        : `Réservations annulées : ${reservations}. Remis sur les comptes : ${formatEuros(creditedCents)}. Prévenues par e-mail : ${familiesInWords(families)}.`}
    </Notice>
  );
}
