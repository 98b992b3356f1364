"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import type { DeadlineCalendar } from "@/lib/catalogue/deadlines/rules";
import { openServiceAction } from "@/lib/catalogue/wizard/actions";
import type { ServicePreview } from "@/lib/catalogue/wizard/preview-service";
import type { WizardChoices } from "@/lib/catalogue/wizard/queries";
import { type ServiceName, services } from "@/lib/catalogue/wizard/rules";
import { DeadlineEditor } from "../deadline-editor";
import type { FieldOf } from "../editor-form";
import { OpeningEditor } from "../opening-editor";
import { PlacePart } from "./place-part";
import { PreviewPart } from "./preview-part";
import { PricePart } from "./price-part";
import { SlotsPart } from "./slots-part";
import { Step } from "./step";

type Props = { service: ServiceName; choices: WizardChoices; today: string };

/** A whole service in one form: each question has its usual answer, and nothing is written before it was looked at. */
export function ServiceForm({ service, choices, today }: Props) {
  const usual = services[service];
  const [preview, setPreview] = useState<ServicePreview>();
  const [calendar, setCalendar] = useState<DeadlineCalendar>(choices.facilities[0]?.calendar ?? { zone: "unknown" });
  const [startsAt, setStartsAt] = useState<string>(usual.slots[0].startsAt);
  const { form, errorOf, summary, isPending } = useKeptForm(openServiceAction, (_, data) =>
    setPreview(data as ServicePreview),
  );
  const field: FieldOf = (name) => ({ name, error: errorOf(name) });
  const forget = () => setPreview(undefined);
  const follow = (first: string) => {
    setStartsAt(first);
    forget();
  };
  const deadline = { rule: usual.deadline, startsAt, calendar, today };

  return (
    <form {...form} onChange={forget} className="grid gap-4">
      <HiddenFields fields={{ kind: usual.kind }} />
      <FormSummary {...summary} />
      <Step number={1} title="Où, et pour quelle régie">
        <PlacePart choices={choices} field={field} onCalendar={setCalendar} />
      </Step>
      <Step number={2} title="Le service et ses créneaux">
        <SlotsPart service={service} field={field} onStart={follow} />
      </Step>
      <Step number={3} title="Le prix">
        <PricePart service={service} tariffs={choices.tariffs} field={field} />
      </Step>
      <Step number={4} title="Jusqu’à quand réserver et annuler">
        <div className="grid gap-4">
          <DeadlineEditor
            name="bookingDeadline"
            title="Délai de réservation"
            act="réservation possible"
            error={errorOf("bookingDeadline")}
            {...deadline}
          />
          <DeadlineEditor
            name="cancellationDeadline"
            title="Délai d’annulation"
            act="annulation sans frais possible"
            error={errorOf("cancellationDeadline")}
            {...deadline}
          />
        </div>
      </Step>
      <Step number={5} title="Les jours ouverts">
        <OpeningEditor
          key={`${calendar.zone} ${calendar.schoolWeek} ${calendar.ownSchoolYears?.length}`}
          name="recipe"
          kind={usual.kind}
          calendar={calendar}
          today={today}
          already={[]}
          error={errorOf("recipe")}
        />
      </Step>
      <Step number={6} title="Vérifier et ouvrir">
        <div className="grid gap-4">
          <p className="text-ink-2">La vérification essaie tout sans rien enregistrer.</p>
          <div>
            <SubmitButton name="intent" value="preview" variant={preview ? "secondary" : "primary"} pending={isPending}>
              Vérifier
            </SubmitButton>
          </div>
          {preview && (
            <PreviewPart preview={preview}>
              <SubmitButton name="intent" value="open" variant="primary" pending={isPending}>
                Ouvrir ce service
              </SubmitButton>
            </PreviewPart>
          )}
        </div>
      </Step>
    </form>
  );
}
