"use client";

import type { ReactNode } from "react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { type PostedAction, usePostedForm } from "@/components/form/use-posted-form";
import type { ButtonLook } from "@/components/ui/button-look";
import { Notice } from "@/components/ui/notice";

type Props = ButtonLook & { importId: string; action: PostedAction; children: ReactNode };

/** One thing to do with an import, posted; a refusal is said beside it. */
export function ImportButton({ importId, action, children, ...look }: Props) {
  const { result, post } = usePostedForm(action);
  return (
    <form action={post} className="grid gap-2">
      {result?.ok === false && <Notice tone="error" role="alert" title={result.error.message} />}
      <HiddenFields fields={{ importId }} />
      <SubmitButton {...look}>{children}</SubmitButton>
    </form>
  );
}
