"use client";

import { useRef, useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Disclosed } from "@/components/ui/disclosed";
import { notify } from "@/components/ui/notify";
import { acceptedFiles } from "@/lib/documents/input";
import { publishDocumentAction } from "@/lib/documents/publications/actions";
import { ConcernedCount } from "./concerned-count";

type Place = { id: string; name: string };
type Props = { facilities: Place[]; activities: Place[]; today: string };

const audiences = [
  { value: "everyone", label: "Toutes les familles" },
  { value: "facility", label: "Les familles d’une structure" },
  { value: "activity", label: "Les familles d’une activité" },
];

const optionsOf = (places: Place[], invitation: string) => [
  { value: "", label: invitation },
  ...places.map(({ id, name }) => ({ value: id, label: name })),
];

/** Closed until it is wanted; says before publishing how many families will see the document. */
export function PublishForm({ facilities, activities, today }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const [chosen, setChosen] = useState({ audience: "everyone", facilityId: "", activityId: "" });
  const { form, errorOf, summary, isPending } = useKeptForm(publishDocumentAction, (form) => {
    form.reset();
    setChosen({ audience: "everyone", facilityId: "", activityId: "" });
    if (details.current) details.current.open = false;
    notify("Le document est publié.");
  });
  const field = (name: string) => ({ name, error: errorOf(name) });
  const choose = (name: keyof typeof chosen) => ({
    ...field(name),
    value: chosen[name],
    onChange: ({ target }: { target: { value: string } }) => setChosen({ ...chosen, [name]: target.value }),
  });

  return (
    <Disclosed ref={details} summary="Publier un document">
      <form {...form} className="grid gap-4 sm:grid-cols-2">
        <div className="empty:hidden sm:col-span-2">
          <FormSummary {...summary} />
        </div>
        <TextField label="Titre" maxLength={120} className="sm:col-span-2" {...field("title")} />
        <TextArea
          label="Description"
          rows={2}
          maxLength={500}
          optional
          className="sm:col-span-2"
          {...field("description")}
        />
        <TextField
          label="Fichier"
          type="file"
          accept={acceptedFiles}
          hint="PDF ou image, 10 Mo au plus."
          className="sm:col-span-2"
          {...field("file")}
        />
        <SelectField label="Pour qui" options={audiences} {...choose("audience")} />
        {chosen.audience === "facility" && (
          <SelectField
            label="Structure"
            options={optionsOf(facilities, "Choisissez une structure")}
            {...choose("facilityId")}
          />
        )}
        {chosen.audience === "activity" && (
          <SelectField
            label="Activité"
            options={optionsOf(activities, "Choisissez une activité")}
            {...choose("activityId")}
          />
        )}
        {chosen.audience === "everyone" && (
          <label className="flex min-h-11 items-center gap-2.5 self-end">
            <input type="checkbox" name="isPublic" className="size-5 accent-primary" />
            Aussi sur la page d’accueil publique
          </label>
        )}
        <TextField label="Visible à partir du" type="date" defaultValue={today} {...field("fromOn")} />
        <TextField label="Jusqu’au" type="date" optional {...field("untilOn")} />
        <label className="flex min-h-11 items-center gap-2.5 sm:col-span-2">
          <input type="checkbox" name="announce" className="size-5 accent-primary" />
          Prévenir par e-mail les familles qui souhaitent des nouvelles
        </label>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-2">
          <SubmitButton variant="primary" pending={isPending}>
            Publier
          </SubmitButton>
          <ConcernedCount {...chosen} />
        </div>
      </form>
    </Disclosed>
  );
}
