"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import type { FieldValues } from "react-hook-form";
import type { z } from "zod";
import { useActionForm } from "@/components/form/use-action-form";
import { saveSignUpAction } from "@/lib/accounts/sign-up/actions";
import { useDraft } from "./use-draft";

type Options<Input> = {
  section: "adult" | "address";
  schema: z.ZodType<Input, Input>;
  saved: Input;
  next: string;
};

/** A step of plain fields: kept when a field is left, checked when one goes on. */
export function useFlatStep<Input extends FieldValues>({ section, schema, saved, next }: Options<Input>) {
  const router = useRouter();
  const place = useRef<HTMLFormElement>(null);
  const typed = () => Object.fromEntries(place.current ? new FormData(place.current) : []);
  const draft = useDraft(() => ({ [section]: typed() }));
  const checked = useActionForm({
    schema,
    defaultValues: saved,
    action: (values: Input) => saveSignUpAction({ [section]: values }),
    onSuccess: () => router.push(next),
  });

  return {
    field: checked.field,
    summary: checked.summary,
    isSubmitting: checked.isSubmitting,
    leaveTo: draft.leaveTo,
    form: { ref: place, onSubmit: checked.submit, onBlur: draft.keep, noValidate: true, className: "grid gap-5" },
  };
}
