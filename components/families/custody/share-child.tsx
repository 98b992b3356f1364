"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { shareChildAction } from "@/lib/families/custody/actions";

type Props = { childId: string; found: { id: string; name: string; city: string; adults: string[] }[] };

/** The households that were found, each with the button that makes it the child's second one. */
export function ShareChild({ childId, found }: Props) {
  const { post, summary } = usePostedForm(shareChildAction);
  return (
    <div className="grid gap-3">
      <FormSummary {...summary} />
      <ul className="divide-y divide-line">
        {found.map(({ id, name, city, adults }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div>
              <p className="font-semibold">Foyer {name}</p>
              <p className="text-sm text-ink-2">{[adults.join(", "), city].filter(Boolean).join(" · ")}</p>
            </div>
            <form action={post}>
              <HiddenFields fields={{ childId, householdId: id }} />
              <SubmitButton size="small">
                <span>
                  Rattacher<span className="sr-only"> au foyer {name}</span>
                </span>
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
