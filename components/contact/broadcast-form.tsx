"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { useWritten } from "@/components/form/use-written";
import { notify } from "@/components/ui/notify";
import { broadcastMessageAction, countRecipientsAction } from "@/lib/contact/broadcasts/actions";
import type { RecipientsInput } from "@/lib/contact/broadcasts/input";
import { subjectOptions } from "./contact-words";
import { MessageField } from "./message-field";

type Place = { id: string; name: string };
type Props = { facilities: Place[]; activities: Place[]; clientKey: string };

const audiences = [
  { value: "everyone", label: "Toutes les familles" },
  { value: "facility", label: "Les familles d’une structure" },
  { value: "activity", label: "Les familles d’une activité" },
  { value: "day", label: "Les familles qui viennent un jour" },
];

const optionsOf = (places: Place[], none: string) => [
  { value: "", label: none },
  ...places.map(({ id, name }) => ({ value: id, label: name })),
];

const nobody = { audience: "everyone", facilityId: "", activityId: "", day: "" };

/** A message to exactly the families concerned; their number is told before anything leaves. */
export function BroadcastForm({ facilities, activities, clientKey }: Props) {
  const router = useRouter();
  const area = useRef<HTMLTextAreaElement>(null);
  const written = useWritten("familles", area);
  const [chosen, setChosen] = useState(nobody);
  const count = useRecipients(chosen);
  const { form, errorOf, summary, isPending } = useKeptForm(broadcastMessageAction, (form) => {
    written.forget();
    form.reset();
    setChosen(nobody);
    notify("Le message est envoyé.");
    router.refresh();
  });
  const field = (name: string) => ({ name, error: errorOf(name) });
  const choose = (name: keyof typeof chosen) => ({
    ...field(name),
    value: chosen[name],
    onChange: ({ target }: { target: { value: string } }) => setChosen({ ...chosen, [name]: target.value }),
  });
  const { audience } = chosen;

  return (
    <form {...form} className="grid max-w-3xl gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ clientKey }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField label="À qui" options={audiences} {...choose("audience")} />
        {audience === "facility" && (
          <SelectField
            label="Structure"
            options={optionsOf(facilities, "Choisissez une structure")}
            {...choose("facilityId")}
          />
        )}
        {audience === "day" && <TextField label="Jour" type="date" {...choose("day")} />}
        {(audience === "activity" || audience === "day") && (
          <SelectField
            label="Activité"
            options={optionsOf(activities, audience === "day" ? "Toutes les activités" : "Choisissez une activité")}
            optional={audience === "day"}
            {...choose("activityId")}
          />
        )}
      </div>
      <p role="status" className="font-semibold empty:hidden">
        {count}
      </p>
      <SelectField
        label="Sujet"
        options={[{ value: "", label: "Choisissez un sujet" }, ...subjectOptions]}
        {...field("subject")}
      />
      <TextField label="Objet" maxLength={120} {...field("title")} />
      <MessageField
        area={area}
        written={written}
        label="Message"
        hint="Chaque famille le reçoit séparément, et peut vous répondre."
        error={errorOf("body")}
      />
      <p>
        <SubmitButton variant="primary" pending={isPending}>
          Envoyer à ces familles
        </SubmitButton>
      </p>
    </form>
  );
}

/** How many families a choice reaches, in words; nothing until the choice is complete. */
function useRecipients({ audience, facilityId, activityId, day }: typeof nobody): string {
  const [words, setWords] = useState("");
  const needed = { everyone: "-", facility: facilityId, activity: activityId, day }[audience];

  useEffect(() => {
    let isCurrent = true;
    setWords("");
    if (!needed) return;
    const input = { audience: audience as RecipientsInput["audience"], facilityId, activityId, day };
    void countRecipientsAction(input)
      .then((result) => isCurrent && setWords(result.ok ? inWords(result.data) : ""))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [audience, facilityId, activityId, day, needed]);

  return words;
}

function inWords({ households, withoutAccount }: { households: number; withoutAccount: number }): string {
  if (households === 0) return "Aucune famille n’est concernée.";
  const families = households === 1 ? "1 famille" : `${households.toLocaleString("fr-FR")} familles`;
  if (withoutAccount === 0)
    return `${families} recevront ce message.`.replace("1 famille recevront", "1 famille recevra");
  return `${families}, dont ${withoutAccount.toLocaleString("fr-FR")} sans compte : celles-là, prévenez-les autrement.`;
}
