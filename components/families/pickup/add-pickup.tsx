"use client";

import { UserPlus } from "lucide-react";
import { useRef } from "react";
import { relationWords } from "@/components/families/family-words";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { addPickupPersonAction } from "@/lib/families/pickup/actions";

const relations = Object.entries(relationWords).map(([value, label]) => ({ value, label }));
const kinds = [
  { value: "allowed", label: "Peut venir chercher l’enfant" },
  { value: "forbidden", label: "Ne doit pas venir le chercher" },
];
const ranks = [1, 2, 3, 4, 5].map((rank) => ({ value: String(rank), label: `nº\u00a0${rank}` }));

/** Closed until it is wanted, and again once someone was added. */
export function AddPickup({ childId }: { childId: string }) {
  const details = useRef<HTMLDetailsElement>(null);
  const { form, errorOf, summary, isPending } = useKeptForm(addPickupPersonAction, (form) => {
    form.reset();
    if (details.current) details.current.open = false;
    details.current?.querySelector("summary")?.focus();
    notify("La personne est ajoutée.");
  });
  const field = (name: string) => ({ name, error: errorOf(name) });

  return (
    <details ref={details} className="mt-3">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-paper px-4 py-1.5 font-semibold hover:border-primary hover:text-primary-strong">
        <UserPlus />
        Ajouter une personne
      </summary>
      <form {...form} className="mt-4 grid gap-4 sm:grid-cols-2">
        <div className="empty:hidden sm:col-span-2">
          <FormSummary {...summary} />
        </div>
        <HiddenFields fields={{ childId }} />
        <TextField label="Prénom" {...field("firstName")} />
        <TextField label="Nom" {...field("lastName")} />
        <SelectField label="Lien avec l’enfant" options={relations} defaultValue="grandparent" {...field("relation")} />
        <TextField label="Téléphone" type="tel" inputMode="tel" optional {...field("phone")} />
        <SelectField label="Cette personne" options={kinds} {...field("kind")} />
        <TextField
          label="Photo"
          type="file"
          accept="image/*"
          hint="Elle aide l’équipe à reconnaître la personne."
          optional
          {...field("photo")}
        />
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <label className="flex min-h-11 items-center gap-2.5 font-semibold">
            <input type="checkbox" name="emergency" className="size-5 accent-primary" />À appeler en cas d’urgence
          </label>
          <SelectField label="Ordre d’appel" options={ranks} {...field("rank")} />
        </div>
        <TextField
          label="Décision de justice"
          type="file"
          accept="image/*,application/pdf"
          hint="Obligatoire pour une interdiction."
          optional
          {...field("judgment")}
        />
        <div className="sm:col-span-2">
          <SubmitButton variant="primary" pending={isPending}>
            Ajouter
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
