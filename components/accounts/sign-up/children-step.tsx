"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFieldArray, useForm } from "react-hook-form";
import { FormSummary } from "@/components/form/form-summary";
import { Button } from "@/components/ui/button";
import { saveSignUpAction } from "@/lib/accounts/sign-up/actions";
import { MOST_CHILDREN, type SignUpDraft, type SignUpInput, signUpStepsOn } from "@/lib/accounts/sign-up/input";
import { ChildFields } from "./child-fields";
import { problemsOf } from "./child-problems";
import { StepButtons } from "./step-buttons";
import { pathOf } from "./step-names";
import { useDraft } from "./use-draft";

type Children = Pick<SignUpInput, "children">;
type Props = { saved: NonNullable<SignUpDraft["children"]>; lastName: string; today: string };

/** One to eight children, added and removed at will. */
export function ChildrenStep({ saved, lastName, today }: Props) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const another = () => ({ firstName: "", lastName, birthDate: "", gradeLevel: "" as const });
  const { control, register, getValues, handleSubmit, formState } = useForm<Children>({
    resolver: zodResolver(signUpStepsOn(today).children),
    defaultValues: { children: (saved.length > 0 ? saved : [another()]) as Children["children"] },
  });
  const { fields, append, remove } = useFieldArray({ control, name: "children" });
  const draft = useDraft(() => ({ children: getValues("children") }));
  const problems = problemsOf(formState.errors.children);

  const goOn = handleSubmit(async ({ children }) => {
    const result = await saveSignUpAction({ children });
    if (result.ok) router.push(pathOf("recapitulatif"));
    else setRefusal(result.error.message);
  });

  return (
    <form onSubmit={goOn} onBlur={draft.keep} noValidate className="grid gap-5">
      <FormSummary message={refusal} problems={problems} attempt={formState.submitCount} />
      {fields.map((child, index) => (
        <ChildFields
          key={child.id}
          index={index}
          field={(name) => {
            const path = `children.${index}.${name}` as const;
            return { ...register(path), error: problems.find((problem) => problem.name === path)?.message };
          }}
          today={today}
          onRemove={fields.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      {fields.length < MOST_CHILDREN && (
        <Button onClick={() => append(another())} className="justify-self-start max-sm:w-full">
          <Plus />
          Ajouter un enfant
        </Button>
      )}
      <StepButtons pending={formState.isSubmitting} onBack={() => draft.leaveTo(pathOf("adresse"))} />
    </form>
  );
}
