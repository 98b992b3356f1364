"use client";

import { useRouter } from "next/navigation";
import { FormSummary } from "@/components/form/form-summary";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { createHouseholdAction } from "@/lib/families/desk/actions";
import { type NewFamilyInput, newFamilyInput } from "@/lib/families/desk/input";
import { looksOf } from "./section-fields";
import { TypedField } from "./typed-field";

const empty: NewFamilyInput = {
  firstName: "",
  lastName: "",
  street: "",
  postalCode: "",
  city: "",
  tariffCategory: "resident",
  smsAllowed: false,
};

const categories = [
  { value: "resident", label: "Habite la commune" },
  { value: "nonResident", label: "Hors commune" },
];

const parts = [
  { title: "Responsable", looks: [...looksOf("identity", "guardian"), ...looksOf("contact", "guardian")] },
  { title: "Adresse", looks: looksOf("address", "guardian") },
];

/** Opens the file of a family that came to the desk; children and others are added on its page. */
export function NewFamilyForm() {
  const router = useRouter();
  const { field, submit, isSubmitting, summary } = useActionForm<NewFamilyInput, { householdId: string }>({
    schema: newFamilyInput,
    defaultValues: empty,
    action: createHouseholdAction,
    onSuccess: ({ householdId }) => router.push(`/admin/familles/${householdId}`),
  });
  const { defaultValue: _, ...tariff } = field("tariffCategory");

  return (
    <form onSubmit={submit} method="post" noValidate className="grid gap-6">
      <FormSummary {...summary} />
      {parts.map(({ title, looks }) => (
        <fieldset key={title} className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-3 text-lg font-semibold">{title}</legend>
          {looks.map((look) => (
            <TypedField key={look.name} look={look} isSelf={false} input={field(look.name as keyof NewFamilyInput)} />
          ))}
          {title === "Adresse" && <SelectField label="Tarif" options={categories} {...tariff} />}
        </fieldset>
      ))}
      <p>
        <SubmitButton variant="primary" pending={isSubmitting}>
          Créer la famille
        </SubmitButton>
      </p>
    </form>
  );
}
