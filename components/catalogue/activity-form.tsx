"use client";

import { useState } from "react";
import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { createActivityAction, updateActivityAction } from "@/lib/catalogue/activities/actions";
import type { ActivityChoices, ActivityDetail } from "@/lib/catalogue/activities/queries";
import { amountTyped } from "@/lib/core/parse-amount";
import { approvalChoices, billingChoices, enrollmentChoices, kindChoices } from "./catalogue-words";
import { EditorForm, type FieldOf } from "./editor-form";
import { FormPart } from "./form-part";
import { LateRules } from "./late-rules";

type Props = { choices: ActivityChoices; facilityId: string; activity?: ActivityDetail };

const holds = [
  { value: "20", label: "20 minutes" },
  { value: "60", label: "1 heure" },
  { value: "1440", label: "24 heures" },
  { value: "2880", label: "2 jours" },
  { value: "4320", label: "3 jours" },
];

/** An activity, new or as it is: how it is booked, paid, and what an absence becomes. */
export function ActivityForm({ choices, facilityId, activity }: Props) {
  const [billing, setBilling] = useState<string>(activity?.billingMode ?? "prepaid");
  const held = String(activity?.holdMinutes ?? 20);
  return (
    <EditorForm
      action={activity ? updateActivityAction : createActivityAction}
      hidden={activity ? { activityId: activity.id, revision: activity.revision } : { facilityId }}
      submit={activity ? "Enregistrer" : "Créer l’activité"}
      done={activity && "L’activité est enregistrée. Ce qui est déjà demandé ou réservé garde son prix."}
    >
      {(field) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Nom" defaultValue={activity?.name} {...field("name")} />
            <SelectField label="Genre" options={kindChoices} defaultValue={activity?.kind} {...field("kind")} />
          </div>
          <FormPart title="Réservation et paiement">
            <SelectField
              label="Paiement"
              options={billingChoices}
              value={billing}
              hint="À la réservation : en ligne, avant la venue. Facturé ensuite : sur la facture du mois."
              onChange={(event) => setBilling(event.target.value)}
              {...field("billingMode")}
            />
            <SelectField
              label="Régie"
              options={choices.offices}
              defaultValue={activity?.revenueOfficeId}
              {...field("revenueOfficeId")}
            />
            <SelectField
              label="Demandes de réservation"
              options={approvalChoices}
              defaultValue={activity?.approval}
              {...field("approval")}
            />
            <SelectField
              label="Une place non payée est gardée"
              options={
                holds.some(({ value }) => value === held)
                  ? holds
                  : [...holds, { value: held, label: `${held} minutes` }]
              }
              defaultValue={held}
              hint="Sans paiement d’ici là, elle est rendue aux autres familles."
              {...field("holdMinutes")}
            />
            <TextField
              label="Supplément sans réservation (€)"
              inputMode="decimal"
              hint="Ajouté au prix quand un enfant vient sans être réservé."
              defaultValue={amountTyped(activity?.unbookedSurchargeCents ?? 0)}
              {...field("unbookedSurchargeCents")}
            />
            <TextField
              label="Rang dans les listes"
              type="number"
              min={0}
              hint="0 vient en premier."
              defaultValue={activity?.position ?? 0}
              {...field("position")}
            />
          </FormPart>
          <FormPart title="Départs en retard">
            <TextField
              label="Tolérance après la fin (minutes)"
              type="number"
              min={0}
              hint="Au-delà, un enfant encore là est signalé à l’équipe, et son départ à la famille."
              defaultValue={activity?.pickupToleranceMinutes ?? 10}
              {...field("pickupToleranceMinutes")}
            />
            <TextField
              label="Supplément par retard (€)"
              inputMode="decimal"
              hint="Ajouté au prix du jour. 0 : le retard est noté, sans rien facturer."
              defaultValue={amountTyped(activity?.latePickupCents ?? 0)}
              {...field("latePickupCents")}
            />
          </FormPart>
          <LateRules activity={activity} field={field} />
          <Enrolment choices={choices} activity={activity} field={field} />
          <Absences activity={activity} field={field} />
          <FormPart title="Cadre">
            <CheckField
              label="Garde d’enfants"
              hint="Compte dans l’attestation fiscale (garde des moins de six ans)."
              defaultChecked={activity?.isChildcare ?? true}
              {...field("isChildcare")}
            />
            <CheckField
              label="Projet éducatif territorial (PEDT)"
              hint="Un animateur peut encadrer plus d’enfants."
              defaultChecked={activity?.hasPedt}
              {...field("hasPedt")}
            />
          </FormPart>
        </>
      )}
    </EditorForm>
  );
}

type PieceProps = { activity: ActivityDetail | undefined; field: FieldOf };

function Enrolment({ choices, activity, field }: PieceProps & { choices: ActivityChoices }) {
  return (
    <FormPart title="Inscription">
      <SelectField
        label="Avant de réserver"
        options={enrollmentChoices}
        defaultValue={activity?.enrollment ?? "automatic"}
        {...field("enrollment")}
      />
      {choices.documents.length > 0 && (
        <fieldset className="sm:col-span-2">
          <legend className="font-semibold">Pièces demandées pour s’inscrire</legend>
          <div className="grid sm:grid-cols-2">
            {choices.documents.map(({ kind, label }) => (
              <CheckField
                key={kind}
                label={label}
                name={`document:${kind}`}
                defaultChecked={activity?.requiredDocuments.includes(kind)}
              />
            ))}
          </div>
        </fieldset>
      )}
    </FormPart>
  );
}

function Absences({ activity, field }: PieceProps) {
  const policy = activity?.absencePolicy;
  return (
    <FormPart title="Absences">
      <CheckField
        label="Excusée seulement avec un justificatif"
        defaultChecked={policy?.proofRequired ?? true}
        {...field("proofRequired")}
      />
      <TextField
        label="Délai du justificatif (heures)"
        type="number"
        min={0}
        defaultValue={policy?.proofWithinHours ?? 48}
        {...field("proofWithinHours")}
      />
      <TextField
        label="Jours de carence"
        type="number"
        min={0}
        hint="Premiers jours qui restent facturés."
        defaultValue={policy?.waitingDays ?? 0}
        {...field("waitingDays")}
      />
      <TextField
        label="Jours excusés au plus"
        type="number"
        min={1}
        optional
        hint="Vide : sans limite."
        defaultValue={policy?.maxExcusedDays ?? ""}
        {...field("maxExcusedDays")}
      />
    </FormPart>
  );
}
