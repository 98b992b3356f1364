"use client";

import { type SubmitEvent, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { type Fields, HiddenFields } from "./hidden-fields";
import { orInterrupted } from "./interrupted";
import { type PostedAction, usePostedForm } from "./use-posted-form";

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
      if (await isRefused(remove, form)) return;
      notify(`${done[verb]} : ${what}.`, { undo: () => void isRefused(restore, form) });
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

/** Says why, when it is; a network that falls is a refusal like another. */
async function isRefused(action: PostedAction, form: FormData): Promise<boolean> {
  const result = await orInterrupted(action(undefined, form));
  if (result?.ok !== false) return false;
  notify(result.error.message, { tone: "error" });
  return true;
}
