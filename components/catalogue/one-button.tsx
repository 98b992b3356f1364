"use client";

import type { ReactNode } from "react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import type { PostedAction } from "@/components/form/use-posted-form";
import type { ButtonLook } from "@/components/ui/button-look";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";

type Props = ButtonLook & { action: PostedAction; fields: Fields; done: string; children: ReactNode };

/** An act that takes one press; a refusal is told under the button. */
export function OneButton({ action, fields, done, children, ...look }: Props) {
  const { form, summary, isPending } = useKeptForm(action, () => notify(done));
  return (
    <form {...form} className="grid gap-2">
      <HiddenFields fields={fields} />
      <div>
        <SubmitButton size="small" pending={isPending} {...look}>
          {children}
        </SubmitButton>
      </div>
      {summary.message && <Notice tone="error" role="alert" title={summary.message} />}
    </form>
  );
}
