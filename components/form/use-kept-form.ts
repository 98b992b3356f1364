"use client";

import { type SubmitEvent, useState, useTransition } from "react";
import { orInterrupted } from "./interrupted";
import { type PostedAction, type PostedResult, usePostedForm } from "./use-posted-form";

/** A posted form which, once its script is there, keeps what was typed when it is refused; `onDone` follows a success. */
export function useKeptForm(action: PostedAction, onDone?: (form: HTMLFormElement, data: unknown) => void) {
  const posted = usePostedForm(action);
  const [answered, setAnswered] = useState<PostedResult>();
  const [isPending, startTransition] = useTransition();
  const result = answered ?? posted.result;
  const error = result?.ok === false ? result.error : undefined;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form, event.nativeEvent.submitter);
    startTransition(async () => {
      const result = await orInterrupted(action(undefined, data));
      setAnswered(result);
      if (result?.ok) onDone?.(form, result.data);
    });
  };

  const problems = Object.entries(error?.fields ?? {}).map(([name, [message = ""]]) => ({ name, message }));
  return {
    form: { action: posted.post, onSubmit: submit, noValidate: true },
    isDone: result?.ok === true,
    isPending: isPending || posted.isPending,
    errorOf: (name: string) => problems.find((problem) => problem.name === name)?.message,
    /** What a refusal says beside its sentence. */
    details: error?.details,
    summary: { message: error?.message, problems, attempt: error },
  };
}
