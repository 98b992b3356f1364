"use client";

import { type SubmitEvent, useTransition } from "react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { type PostedAction, type PostedResult, usePostedForm } from "@/components/form/use-posted-form";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";

type Props = { fields: Fields; what: string; withdraw: PostedAction; restore: PostedAction };

/** Takes a request out of the cart at once, with ten seconds to think again. */
export function WithdrawButton({ fields, what, withdraw, restore }: Props) {
  const { post } = usePostedForm(withdraw);
  const [isPending, startTransition] = useTransition();

  // The line is gone when the answer comes: the message must not depend on it.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await withdraw(undefined, form);
      if (!tellRefusal(result)) notify(`Retiré : ${what}.`, { undo: () => restore(undefined, form).then(tellRefusal) });
    });
  };

  return (
    <form action={post} onSubmit={submit} className={isPending ? "opacity-50" : ""}>
      <HiddenFields fields={fields} />
      <Button type="submit" variant="ghost" size="inline">
        <span>
          Retirer<span className="sr-only"> : {what}</span>
        </span>
      </Button>
    </form>
  );
}

function tellRefusal(result: PostedResult | undefined): boolean {
  if (result?.ok !== false) return false;
  notify(result.error.message, { tone: "error" });
  return true;
}
