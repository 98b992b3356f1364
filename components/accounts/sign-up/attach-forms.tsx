"use client";

import { Search } from "lucide-react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { attachSignUpAction } from "@/lib/accounts/sign-up/actions";
import type { DuplicateReason } from "@/lib/accounts/sign-up/rules";
import { duplicateWords } from "./duplicate-words";

export type Candidate = { householdId: string; name: string; address: string; reasons: DuplicateReason[] };
type Props = { signUpId: string; candidates: Candidate[]; looked: string | undefined };

/** The households that a request may join: those that look like it, and those that an agent looks for. */
export function AttachForms({ signUpId, candidates, looked }: Props) {
  const { result, post } = usePostedForm(attachSignUpAction);
  const searchId = `foyer-${signUpId}`;

  return (
    <details open={candidates.length > 0 || looked !== undefined} className="w-full">
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm font-semibold text-primary-strong">
        Rattacher à un foyer existant
      </summary>
      <div className="mt-2 grid gap-3">
        {result?.ok === false && <Notice tone="error" role="alert" title={result.error.message} />}
        {candidates.length > 0 && (
          <ul className="grid gap-2">
            {candidates.map(({ householdId, name, address, reasons }) => (
              <li
                key={householdId}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-control bg-sunk px-3 py-2 text-sm"
              >
                <div className="min-w-0">
                  <Link href={`/admin/familles/${householdId}`} className="font-semibold underline underline-offset-3">
                    {name}
                  </Link>
                  <span className="block text-ink-2">{address}</span>
                  {reasons.length > 0 && (
                    <span className="block font-semibold">
                      {reasons.map((reason) => duplicateWords[reason]).join(", ")}
                    </span>
                  )}
                </div>
                <form action={post}>
                  <HiddenFields fields={{ id: signUpId, householdId }} />
                  <SubmitButton size="small">
                    <span>
                      Rattacher<span className="sr-only"> au foyer {name}</span>
                    </span>
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
        )}
        {looked !== undefined && candidates.length === 0 && (
          <p className="text-sm text-ink-2">Aucun foyer ne correspond à « {looked} ».</p>
        )}
        <form method="get" className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="pour" value={signUpId} />
          <TextField
            label="Chercher un autre foyer"
            name="foyer"
            id={searchId}
            defaultValue={looked}
            optional
            className="min-w-0 flex-1 basis-60 text-sm"
          />
          <Button type="submit">
            <Search className="size-4" />
            Chercher
          </Button>
        </form>
      </div>
    </details>
  );
}
