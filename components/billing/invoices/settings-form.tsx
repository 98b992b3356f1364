"use client";

import { type ChangeEvent, useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { numberOf, templateProblem } from "@/lib/billing/numbers/rules";
import { saveInvoiceSettingsAction } from "@/lib/billing/settings/actions";
import type { InvoiceSettingsInput } from "@/lib/billing/settings/input";

type Props = {
  settings: InvoiceSettingsInput;
  today: string;
  /** The organisation's own mention, for where the régie has none. */
  vatMention: string | null;
};

/** How a régie numbers and words its invoices, with the number that each template gives as it is typed. */
export function SettingsForm({ settings, today, vatMention }: Props) {
  const { form, isPending, errorOf, summary } = useKeptForm(saveInvoiceSettingsAction);
  const [typed, setTyped] = useState(settings);
  const type = ({ target: { name, value } }: ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [name]: value });
  const exampleOf = (template: string) => {
    const facts = { template: template.trim(), series: typed.series.trim(), date: today };
    return templateProblem(facts) ?? `Le troisième numéro d’aujourd’hui sera ${numberOf(facts, 3)}.`;
  };

  return (
    <form {...form} className="grid max-w-3xl gap-5">
      <FormSummary {...summary} />
      <HiddenFields fields={{ revenueOfficeId: settings.revenueOfficeId }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="series"
          label="Série"
          defaultValue={settings.series}
          onChange={type}
          maxLength={6}
          autoComplete="off"
          hint="Deux ou trois lettres propres à cette régie : PS, CL…"
          error={errorOf("series")}
        />
        <TextField
          name="dueDays"
          label="Délai de paiement, en jours"
          inputMode="numeric"
          defaultValue={settings.dueDays}
          error={errorOf("dueDays")}
        />
        <TextField
          name="numberTemplate"
          label="Numéro des factures"
          defaultValue={settings.numberTemplate}
          onChange={type}
          autoComplete="off"
          spellCheck={false}
          hint={exampleOf(typed.numberTemplate)}
          error={errorOf("numberTemplate")}
        />
        <TextField
          name="creditTemplate"
          label="Numéro des avoirs"
          defaultValue={settings.creditTemplate}
          onChange={type}
          autoComplete="off"
          spellCheck={false}
          hint={exampleOf(typed.creditTemplate)}
          error={errorOf("creditTemplate")}
        />
      </div>
      <p className="text-sm text-ink-2">
        {"{YYYY}"} ou {"{YY}"} : l’année ; {"{MM}"} : le mois ; {"{SERIES}"} : la série ; {"{COUNTER:5}"} : le compteur
        sur cinq chiffres, qui repart à un avec chaque mois ou chaque année écrits dans le numéro. Sans trou, et sans
        barre ni tiret : PayFiP et le Trésor public les refusent.
      </p>
      <TextArea
        name="paymentTerms"
        label="Autres moyens de paiement"
        optional
        defaultValue={settings.paymentTerms}
        hint="Guichet, horaires, chèque à l’ordre de…"
        error={errorOf("paymentTerms")}
      />
      <TextField
        name="vatMention"
        label="Mention de TVA"
        optional
        defaultValue={settings.vatMention}
        hint={vatMention ? `Laissée vide : « ${vatMention} », de la page Organisation.` : undefined}
        error={errorOf("vatMention")}
      />
      <TextField
        name="disputeContact"
        label="Pour contester une facture"
        optional
        defaultValue={settings.disputeContact}
        error={errorOf("disputeContact")}
      />
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          Enregistrer
        </SubmitButton>
      </div>
    </form>
  );
}
