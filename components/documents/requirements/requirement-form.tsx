"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { saveRequirementAction } from "@/lib/documents/requirements/actions";
import type { ListedRequirement } from "@/lib/documents/requirements/queries";
import { subjectOptions, validityOptions } from "./requirement-words";
import { TickField } from "./tick-field";

/** A paper that families are asked for: a new one, or one to change. */
export function RequirementForm({ requirement }: { requirement?: ListedRequirement }) {
  const { form, isPending, isDone, errorOf, summary } = useKeptForm(saveRequirementAction, (element) => {
    if (!requirement) element.reset();
  });
  const validity = requirement?.validity;
  const [kind, setKind] = useState<string>(validity?.kind ?? "schoolYear");
  const field = (name: string) => ({ id: `${name}-${requirement?.kind ?? "new"}`, name, error: errorOf(name) });

  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ id: requirement?.id ?? "", ...(requirement && { appliesTo: requirement.appliesTo }) }} />
      <TextField label="Nom de la pièce" defaultValue={requirement?.label} {...field("label")} />
      <TextArea
        label="Explication pour les familles"
        optional
        rows={2}
        defaultValue={requirement?.help ?? ""}
        {...field("help")}
      />
      <div className={`grid gap-4 sm:grid-cols-2 ${requirement ? "" : "xl:grid-cols-1"}`}>
        {!requirement && <SelectField label="Demandée pour" options={subjectOptions} {...field("appliesTo")} />}
        <SelectField
          label="Valable"
          options={validityOptions}
          defaultValue={kind}
          onChange={({ target }) => setKind(target.value)}
          {...field("validity")}
        />
        {kind === "months" && (
          <TextField
            label="Nombre de mois"
            inputMode="numeric"
            defaultValue={validity?.kind === "months" ? String(validity.months) : "12"}
            {...field("months")}
          />
        )}
        {kind === "untilDate" && (
          <TextField
            label="Jusqu’au"
            type="date"
            defaultValue={validity?.kind === "untilDate" ? validity.date : undefined}
            {...field("untilDate")}
          />
        )}
        <TextField
          label="Rappel avant l’échéance"
          inputMode="numeric"
          hint="En jours."
          defaultValue={String(requirement?.remindDaysBefore ?? 30)}
          {...field("remindDaysBefore")}
        />
      </div>
      <div className="grid gap-2">
        <TickField
          {...field("blocksBooking")}
          label="Il faut l’avoir envoyée pour réserver, sauf à la cantine"
          defaultChecked={requirement?.blocksBooking}
        />
        {requirement ? (
          <TickField {...field("isActive")} label="Demandée aux familles" defaultChecked={requirement.isActive} />
        ) : (
          <TickField {...field("isHealth")} label="Elle parle de santé : seuls les agents habilités l’ouvrent" />
        )}
      </div>
      {isDone && <Notice tone="success" role="status" title="C’est enregistré." />}
      <div>
        <SubmitButton variant={requirement ? "secondary" : "primary"} pending={isPending}>
          {requirement ? "Enregistrer" : "Ajouter cette pièce"}
        </SubmitButton>
      </div>
    </form>
  );
}
