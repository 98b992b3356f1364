"use client";

import { useActionState } from "react";
import type { ActionResult } from "@/lib/core/action-result";
import type { SummaryView } from "./form-summary";

/** What the server answers to a posted form; `values` are given back so that nothing typed is lost. */
export type PostedResult = ActionResult<unknown> & { values?: Record<string, string> };

export type PostedAction = (previous: PostedResult | undefined, form: FormData) => Promise<PostedResult | undefined>;

/** A form that the browser itself can post: `<form action={post}>` works before, and without, JavaScript. */
export function usePostedForm(action: PostedAction) {
  const [result, post, isPending] = useActionState(action, undefined);
  const error = result?.ok === false ? result.error : undefined;
  const problems = Object.entries(error?.fields ?? {}).map(([name, messages]) => ({
    name,
    message: messages[0] ?? "",
  }));

  const field = (name: string) => ({
    name,
    defaultValue: result?.values?.[name],
    error: problems.find((problem) => problem.name === name)?.message,
  });

  const summary: SummaryView = { message: error?.message, problems, attempt: error };

  return { result, post, isPending, field, summary };
}
