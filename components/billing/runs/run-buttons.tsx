"use client";

import type { ReactNode } from "react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { type PostedAction, usePostedForm } from "@/components/form/use-posted-form";
import type { ButtonLook } from "@/components/ui/button-look";

type Props = ButtonLook & { action: PostedAction; fields: Fields; children: ReactNode };

/** One act on a run, as a form of its own; what refuses it is said beside it. */
export function RunButton({ action, fields, children, ...look }: Props) {
  const { post, summary } = usePostedForm(action);
  return (
    <form action={post} className="contents">
      <HiddenFields fields={fields} />
      <SubmitButton {...look}>{children}</SubmitButton>
      {summary.message && (
        <p role="alert" className="basis-full text-sm font-semibold text-cancel">
          {summary.message}
        </p>
      )}
    </form>
  );
}
