"use client";

import { useActionState } from "react";
import type { ActionResult } from "@/lib/core/action-result";
import type { SummaryView } from "./form-summary";
import { orInterrupted } from "./interrupted";

/** What the server answers to a posted form; `values` are given back so that nothing typed is lost. */
export type PostedResult = ActionResult<unknown> & { values?: Record<string, string> };

export type PostedAction = (previous: PostedResult | undefined, form: FormData) => Promise<PostedResult | undefined>;

const isBrowser = typeof window !== "undefined";

/** Drawn by the server the form holds the action itself, for a browser without script; with it, a lost network is said. */
const surviving =
  (action: PostedAction): PostedAction =>
  async (previous, form) => {
    const result: PostedResult | undefined = await orInterrupted(action(previous, form));
    return result?.ok === false && !result.values ? { ...result, values: typedIn(form) } : result;
  };

/** Given back to the fields, which a browser empties once their form has been sent; never a password. */
const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" && !/password/i.test(name) ? [[name, value]] : [])),
  );

/** A form that the browser itself can post: `<form action={post}>` works before, and without, JavaScript. */
export function usePostedForm(action: PostedAction) {
  const [result, post, isPending] = useActionState(isBrowser ? surviving(action) : action, undefined);
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
