"use client";

import { Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { noteThreadAction } from "@/lib/contact/actions";

/** A word to the other agents, apart from the answer so that neither is taken for the other. */
export function NoteForm({ threadId, clientKey }: { threadId: string; clientKey: string }) {
  const router = useRouter();
  const details = useRef<HTMLDetailsElement>(null);
  const { form, errorOf, summary, isPending } = useKeptForm(noteThreadAction, (form) => {
    form.reset();
    if (details.current) details.current.open = false;
    notify("La note est ajoutée.");
    router.refresh();
  });

  return (
    <details ref={details}>
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-control border border-request-line bg-request-soft px-4 py-1.5 text-sm font-semibold text-request">
        <Lock className="size-4" />
        Ajouter une note interne
      </summary>
      <form
        {...form}
        className="mt-3 grid gap-3 rounded-card border border-dashed border-request-line bg-request-soft p-4"
      >
        <HiddenFields fields={{ threadId, clientKey }} />
        <TextArea
          id="note"
          name="body"
          label="Note interne"
          hint="Les agents la lisent, la famille jamais."
          maxLength={5000}
          error={errorOf("body") ?? summary.message}
        />
        <p>
          <SubmitButton size="small" pending={isPending}>
            Garder la note
          </SubmitButton>
        </p>
      </form>
    </details>
  );
}
