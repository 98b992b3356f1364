"use client";

import { type SubmitEvent, useTransition } from "react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { type PostedResult, usePostedForm } from "@/components/form/use-posted-form";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { removePickupPersonAction, restorePickupPersonAction } from "@/lib/families/pickup/actions";

/** Takes someone off the list at once, with ten seconds to think again. */
export function RemovePickup({ fields, name }: { fields: Fields; name: string }) {
  const { post } = usePostedForm(removePickupPersonAction);
  const [isPending, startTransition] = useTransition();

  // The line is gone when the answer comes: the message must not depend on it.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      if (tellRefusal(await removePickupPersonAction(undefined, form))) return;
      notify(`Retiré : ${name}.`, { undo: () => restorePickupPersonAction(undefined, form).then(tellRefusal) });
    });
  };

  return (
    <form action={post} onSubmit={submit} className={isPending ? "opacity-50" : ""}>
      <HiddenFields fields={fields} />
      <Button type="submit" variant="ghost" size="inline">
        <span>
          Retirer<span className="sr-only"> : {name}</span>
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
