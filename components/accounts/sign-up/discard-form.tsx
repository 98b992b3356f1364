"use client";

import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { discardSignUpAction } from "@/lib/accounts/sign-up/actions";

/** Leaves nothing in this browser. */
export function DiscardForm({ label }: { label: string }) {
  const { post } = usePostedForm(discardSignUpAction);
  return (
    <form action={post}>
      <SubmitButton variant="ghost" size="small">
        {label}
      </SubmitButton>
    </form>
  );
}
