"use client";

import { useRef } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { FoundTyping } from "@/components/form/found-typing";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { usePostedForm } from "@/components/form/use-posted-form";
import { useTyped } from "@/components/form/use-typed";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { phoneInWords } from "@/lib/core/format-phone";
import { postChangesAction, proposeChangesAction } from "@/lib/families/changes/actions";
import { type SectionValues, sectionInput } from "@/lib/families/changes/input";
import { addressOf, type ChangesMade, type Section, type Values } from "@/lib/families/changes/rules";
import { type Field, fields, type HouseholdRole } from "@/lib/families/rules";
import { looksOf } from "./section-fields";
import { prefixed, TypedField } from "./typed-field";

export type SectionFormView = {
  householdId: string;
  personId?: string;
  role: HouseholdRole;
  section: Section;
  /** What is there, or what already waits in its place. */
  shown: Values;
  /** The fields that an agent checks before they change, and those that only the structure changes. */
  moderated: Field[];
  locked: Field[];
  isSelf: boolean;
};

type Props = { form: SectionFormView; onClose: () => void };

/** One section of the file, typed over; the form tells what it showed, so that nobody overwrites what they have not seen. */
export default function SectionForm({ form, onClose }: Props) {
  const { householdId, personId, role, section, locked, isSelf } = form;
  const idPrefix = `${section}-${personId ?? "foyer"}`;
  const typing = useTyped(idPrefix);
  const close = () => {
    typing.forget();
    onClose();
  };
  const shown = useRef(form.shown);
  const defaults = defaultsOf(form.shown);
  const posted = usePostedForm(postChangesAction);
  const checked = useActionForm<SectionValues, ChangesMade>({
    schema: sectionInput(section, role),
    defaultValues: defaults,
    async action(values) {
      const result = await proposeChangesAction({
        householdId,
        personId,
        section,
        shown: { ...shown.current },
        values,
      });
      if (!result.ok) shown.current = { ...shown.current, ...(result.error.details?.shown as Values | undefined) };
      return result;
    },
    onSuccess(made) {
      notify(saidOf(made));
      close();
    },
  });
  const { field: answered, summary } = checked.summary.attempt ? checked : posted;

  return (
    <form
      ref={typing.form}
      action={posted.post}
      onSubmit={checked.submit}
      onInput={typing.keep}
      noValidate
      className="grid gap-4"
    >
      {typing.isFound && <FoundTyping />}
      <FormSummary {...prefixed(summary, idPrefix)} />
      <HiddenFields
        fields={{ householdId, ...(personId && { personId }), section, shown: JSON.stringify(form.shown) }}
      />
      <Policies form={form} />
      <div className="grid gap-4 sm:grid-cols-2">
        {looksOf(section, role)
          .filter(({ field }) => !locked.includes(field))
          .map((look) => {
            const typed = posted.field(look.name).defaultValue;
            const input = { ...checked.field(look.name), error: answered(look.name).error };
            return (
              <TypedField
                key={look.name}
                look={look}
                isSelf={isSelf}
                idPrefix={idPrefix}
                input={{ ...input, defaultValue: typed ?? defaults[look.name] }}
              />
            );
          })}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close} className="noscript:hidden">
          Annuler
        </Button>
        <SubmitButton variant="primary" pending={checked.isSubmitting}>
          Enregistrer
        </SubmitButton>
      </div>
    </form>
  );
}

function Policies({ form: { moderated, locked } }: Pick<Props, "form">) {
  return (
    <>
      {moderated.length > 0 && (
        <p className="text-sm text-ink-2">
          {labelsOf(moderated)} : la structure vérifie ce changement avant de l’enregistrer.
        </p>
      )}
      {locked.length > 0 && (
        <p className="text-sm text-ink-2">{labelsOf(locked)} : pour changer, écrivez à la structure.</p>
      )}
    </>
  );
}

const labelsOf = (names: Field[]) => names.map((field) => fields[field].label).join(", ");

/** What the inputs hold at first: a number as one writes it, an address line by line. */
function defaultsOf(shown: Values): SectionValues {
  const { "household.address": address, ...person } = shown;
  if (address) return addressOf(address);
  return Object.fromEntries(
    Object.entries(person).map(([field, value]) => {
      const name = field.replace("person.", "");
      if (name === "smsAllowed") return [name, value === "true"];
      return [name, /phone$/i.test(name) && value ? phoneInWords(value).replaceAll("\u00a0", " ") : (value ?? "")];
    }),
  );
}

function saidOf({ applied, requested, withdrawn }: ChangesMade): string {
  if (requested.length > 0 && applied.length > 0) return "Enregistré. Une partie attend la validation de la structure.";
  if (requested.length > 0) return "Demande envoyée : la structure va la vérifier.";
  if (withdrawn.length > 0) return "Votre demande est retirée.";
  return applied.length > 0 ? "Enregistré." : "Rien n’a changé.";
}
