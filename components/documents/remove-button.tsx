"use client";

import { type SubmitEvent, useTransition } from "react";
import { type Fields, HiddenFields } from "@/components/form/hidden-fields";
import { type PostedResult, usePostedForm } from "@/components/form/use-posted-form";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { removeDocumentAction, restoreDocumentAction } from "@/lib/documents/actions";

/** Takes a document out of the list at once, with ten seconds to think again. */
export function RemoveButton({ fields, what }: { fields: Fields; what: string }) {
  const { post } = usePostedForm(removeDocumentAction);
  const [isPending, startTransition] = useTransition();

  // The line is gone when the answer comes: the message must not depend on it.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const isRefused = tellRefusal(await removeDocumentAction(undefined, form));
      if (isRefused) return;
      notify(`Supprimé : ${what}.`, { undo: () => restoreDocumentAction(undefined, form).then(tellRefusal) });
    });
  };

  return (
    <form action={post} onSubmit={submit} className={isPending ? "opacity-50" : ""}>
      <HiddenFields fields={fields} />
      <Button type="submit" variant="ghost" size="inline">
        <span>
          Supprimer<span className="sr-only"> : {what}</span>
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
