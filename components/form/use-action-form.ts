"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type DefaultValues, type FieldValues, type Path, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/core/action-result";
import type { SummaryView } from "./form-summary";
import { orInterrupted } from "./interrupted";

type Options<Input extends FieldValues, T> = {
  schema: z.ZodType<Input, Input>;
  action: (input: Input) => Promise<ActionResult<T>>;
  defaultValues: Input;
  onSuccess?: (data: T) => void;
};

/** Checks in the browser, submits, then shows whatever the server still refuses. */
export function useActionForm<Input extends FieldValues, T>({
  schema,
  action,
  defaultValues,
  onSuccess,
}: Options<Input, T>) {
  const form = useForm<Input>({ resolver: resolverOf(schema, defaultValues) });
  const { errors, isSubmitting, submitCount } = form.formState;
  const messageOf = (name: string) => errors[name]?.message as string | undefined;

  const submit = form.handleSubmit(async (input) => {
    const result = await orInterrupted(action(input));
    if (result.ok) return onSuccess?.(result.data);

    form.setError("root", { message: result.error.message });
    for (const [name, problems] of Object.entries(result.error.fields ?? {})) {
      form.setError(name as Path<Input>, { message: problems[0] });
    }
  });

  const field = (name: Path<Input>) => ({
    ...form.register(name),
    defaultValue: (defaultValues as DefaultValues<Input>)[name],
    error: messageOf(name),
  });

  const summary: SummaryView = {
    message: errors.root?.message,
    problems: Object.keys(errors).flatMap((name) => (name === "root" ? [] : { name, message: messageOf(name) ?? "" })),
    attempt: submitCount,
  };

  return { field, submit, isSubmitting, summary };
}

/**
 * Defaults are given to the inputs, not to the form: it then reads what stands in the page, so that what was typed
 * before the script arrived is kept. Those without an input (an identifier) join here.
 */
function resolverOf<Input extends FieldValues>(schema: z.ZodType<Input, Input>, defaultValues: Input): Resolver<Input> {
  const resolve = zodResolver(schema);
  return (values, context, options) => resolve({ ...defaultValues, ...values }, context, options);
}
