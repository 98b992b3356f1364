"use client";

import { Eye } from "lucide-react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { observeHouseholdAction } from "@/lib/auth/actions";

/** Opens the family's own pages, to read. */
export function ObserveForm({ householdId }: { householdId: string }) {
  const { post } = usePostedForm(observeHouseholdAction);
  return (
    <form action={post}>
      <HiddenFields fields={{ householdId }} />
      <SubmitButton>
        <Eye />
        Voir comme la famille
      </SubmitButton>
    </form>
  );
}
