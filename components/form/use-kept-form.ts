"use client";

import { unstable_rethrow } from "next/navigation";
import { type SubmitEvent, useState, useTransition } from "react";
import { type PostedAction, type PostedResult, usePostedForm } from "./use-posted-form";

const CUT: PostedResult = {
  ok: false,
  error: {
    code: "service_unavailable",
    message: "L’envoi a été interrompu. Vérifiez votre connexion, puis recommencez : rien n’a été perdu.",
  },
};

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
      const result = await action(undefined, data).catch((error: unknown) => {
        unstable_rethrow(error); // lets the server send the browser elsewhere
        return CUT;
      });
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
