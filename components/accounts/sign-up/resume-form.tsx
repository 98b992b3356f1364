"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { resumeSignUpAction } from "@/lib/accounts/sign-up/actions";

export function ResumeForm({ link }: { link: string }) {
  const { result, post } = usePostedForm(resumeSignUpAction);
  const refusal = result?.ok === false ? result.error : undefined;

  if (refusal?.code === "link_expired") {
    return (
      <Notice
        tone="warning"
        role="alert"
        title="Ce lien ne mène plus à une demande."
        action={<ButtonLink href="/inscription">Commencer une demande</ButtonLink>}
      >
        L’adresse e-mail a changé depuis, ou la demande a été effacée après trente jours.
      </Notice>
    );
  }
  return (
    <form action={post} className="grid gap-4">
      {refusal && <Notice tone="error" role="alert" title={refusal.message} />}
      <HiddenFields fields={{ lien: link }} />
      <SubmitButton variant="primary" wide>
        Reprendre ma demande
      </SubmitButton>
    </form>
  );
}
