"use client";

import { type SubmitEvent, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { type Fields, HiddenFields } from "./hidden-fields";
import { type PostedAction, type PostedResult, usePostedForm } from "./use-posted-form";

type Props = {
  fields: Fields;
  what: string;
  verb?: keyof typeof done;
  remove: PostedAction;
  restore: PostedAction;
};

const done = { Retirer: "Retiré", Supprimer: "Supprimé" };

/** Takes a line off its list at once, with ten seconds to think again. */
export function RemoveButton({ fields, what, verb = "Retirer", remove, restore }: Props) {
  const { post } = usePostedForm(remove);
  const [isPending, startTransition] = useTransition();

  // The line is gone when the answer comes: the message must not depend on it.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      if (tellRefusal(await remove(undefined, form))) return;
      notify(`${done[verb]} : ${what}.`, { undo: () => restore(undefined, form).then(tellRefusal) });
    });
  };

  return (
    <form action={post} onSubmit={submit} className={isPending ? "opacity-50" : ""}>
      <HiddenFields fields={fields} />
      <Button type="submit" variant="ghost" size="inline">
        <span>
          {verb}
          <span className="sr-only"> : {what}</span>
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
