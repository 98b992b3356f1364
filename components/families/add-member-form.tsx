"use client";

import { FormSummary } from "@/components/form/form-summary";
import { FoundTyping } from "@/components/form/found-typing";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useTyped } from "@/components/form/use-typed";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { addMemberAction } from "@/lib/families/actions";
import { type JoiningValues, joiningInput, memberOf } from "@/lib/families/input";
import type { HouseholdRole } from "@/lib/families/rules";
import { relationWords } from "./family-words";
import { looksOf } from "./section-fields";
import { prefixed, TypedField } from "./typed-field";

type Props = { householdId: string; role: HouseholdRole; onClose: () => void };

const asked: Record<HouseholdRole, readonly ("identity" | "contact" | "school")[]> = {
  child: ["identity", "school"],
  guardian: ["identity", "contact"],
  contact: ["identity", "contact"],
};

const empty: JoiningValues = { smsAllowed: false };

/** A new member of the family, with what has to be known of them now; the rest can wait. */
export default function AddMemberForm({ householdId, role, onClose }: Props) {
  const typing = useTyped(`ajout-${role}`);
  const close = () => {
    typing.forget();
    onClose();
  };
  const { field, submit, isSubmitting, summary } = useActionForm<JoiningValues, { personId: string }>({
    schema: joiningInput[role],
    defaultValues: empty,
    action: (values) => addMemberAction(memberOf(role, householdId, values)),
    onSuccess() {
      notify(role === "child" ? "L’enfant est ajouté à votre foyer." : "La personne est ajoutée à votre foyer.");
      close();
    },
  });
  const { defaultValue: _, ...relation } = field("relation");

  return (
    <form ref={typing.form} onSubmit={submit} onInput={typing.keep} method="post" noValidate className="grid gap-4">
      {typing.isFound && <FoundTyping />}
      <FormSummary {...prefixed(summary, "ajout")} />
      <div className="grid gap-4 sm:grid-cols-2">
        {asked[role]
          .flatMap((section) => looksOf(section, role))
          .map((look) => (
            <TypedField key={look.name} look={look} isSelf={false} idPrefix="ajout" input={field(look.name)} />
          ))}
        {role !== "child" && (
          <SelectField
            id="ajout-relation"
            label="Lien avec les enfants"
            options={[
              { value: "", label: "Choisir" },
              ...Object.entries(relationWords).map(([value, label]) => ({ value, label })),
            ]}
            {...relation}
          />
        )}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>Annuler</Button>
        <SubmitButton variant="primary" pending={isSubmitting}>
          Ajouter
        </SubmitButton>
      </div>
    </form>
  );
}
