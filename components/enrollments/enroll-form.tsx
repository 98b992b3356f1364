"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Notice } from "@/components/ui/notice";
import { enrollChildAction } from "@/lib/enrollments/actions";
import type { ChildOffers } from "@/lib/enrollments/queries/offers";

/** An agent enrols a child: no paper is waited for, the agent decides. */
export function EnrollForm({ householdId, offers }: { householdId: string; offers: ChildOffers[] }) {
  const { form, isPending, isDone, summary } = useKeptForm(enrollChildAction);
  const children = offers.filter((child) => child.offers.some(({ periods }) => periods.length > 0));
  const [childId, setChild] = useState<string>();
  const [activityId, setActivity] = useState<string>();
  const child = children.find(({ id }) => id === childId) ?? children[0];
  const open = child?.offers.filter(({ periods }) => periods.length > 0) ?? [];
  const activity = open.find(({ id }) => id === activityId) ?? open[0];
  if (!child || !activity) return null;

  return (
    <details>
      <summary className="inline-flex min-h-9 items-center rounded-control border border-line-strong bg-paper px-3 py-1.5 text-sm font-semibold hover:border-primary hover:text-primary-strong">
        Inscrire un enfant…
      </summary>
      <form {...form} className="mt-3 grid gap-4">
        <FormSummary {...summary} />
        {isDone && <Notice tone="success" role="status" title="L’enfant est inscrit." />}
        <HiddenFields fields={{ householdId }} />
        <SelectField
          label="Enfant"
          name="childId"
          value={child.id}
          onChange={({ target }) => setChild(target.value)}
          options={children.map(({ id, firstName }) => ({ value: id, label: firstName }))}
        />
        <SelectField
          label="Activité"
          name="activityId"
          value={activity.id}
          onChange={({ target }) => setActivity(target.value)}
          options={open.map(({ id, name, facility }) => ({ value: id, label: `${name}, ${facility}` }))}
        />
        <SelectField
          key={activity.id}
          label="Période"
          name="period"
          options={activity.periods.map(({ key, label }) => ({ value: key, label }))}
        />
        <div>
          <SubmitButton size="small" variant="primary" pending={isPending}>
            Inscrire
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
