"use client";

import { useRouter } from "next/navigation";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useKeptForm } from "@/components/form/use-kept-form";
import { notify } from "@/components/ui/notify";
import { assignThreadAction, closeThreadAction, reopenThreadAction } from "@/lib/contact/actions";

type Props = {
  threadId: string;
  isClosed: boolean;
  assignedTo: string | null;
  agents: { id: string; name: string }[];
};

/** Who answers, and whether anything is left to do. */
export function ThreadDesk({ threadId, isClosed, assignedTo, agents }: Props) {
  const router = useRouter();
  const assign = useKeptForm(assignThreadAction, () => {
    notify("C’est noté.");
    router.refresh();
  });
  const turn = useKeptForm(isClosed ? reopenThreadAction : closeThreadAction, () => router.refresh());
  const problem = assign.summary.message ?? turn.summary.message;

  return (
    <div className="grid gap-4">
      <form {...assign.form} className="grid gap-2">
        <HiddenFields fields={{ threadId }} />
        <SelectField
          key={assignedTo}
          label="Répond"
          name="accountId"
          options={[
            { value: "", label: "Personne en particulier" },
            ...agents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={assignedTo ?? ""}
          optional
        />
        <p>
          <SubmitButton size="small" pending={assign.isPending}>
            Confier
          </SubmitButton>
        </p>
      </form>
      <form {...turn.form}>
        <HiddenFields fields={{ threadId }} />
        <SubmitButton size="small" pending={turn.isPending}>
          {isClosed ? "Rouvrir l’échange" : "Clore sans répondre"}
        </SubmitButton>
      </form>
      {problem && (
        <p role="alert" className="text-sm font-semibold text-cancel">
          {problem}
        </p>
      )}
    </div>
  );
}
