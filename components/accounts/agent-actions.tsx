"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { type PostedAction, usePostedForm } from "@/components/form/use-posted-form";
import { Disclosure } from "@/components/ui/disclosure";
import {
  changeRoleAction,
  disableAgentAction,
  enableAgentAction,
  resetSecondFactorAction,
} from "@/lib/accounts/agents/actions";
import type { AgentRole } from "@/lib/core/actor";
import { PostedAnswer } from "./posted-answer";
import { RoleSelect } from "./role-select";

type Props = { id: string; name: string; role: AgentRole; isDisabled: boolean; hasSecondFactor: boolean };

/** What an administrator may do to another agent. */
export function AgentActions({ id, name, role, isDisabled, hasSecondFactor }: Props) {
  const change = usePostedForm(changeRoleAction);

  return (
    <Disclosure
      label={`Modifier ${name}`}
      summary="Modifier"
      summaryClassName="inline-flex min-h-9 cursor-pointer items-center rounded-control border border-line-strong px-3 text-sm font-semibold"
      sheetClassName="right-0 mt-2 w-80 max-w-[calc(100vw-2rem)] grid gap-4"
    >
      <form action={change.post} className="grid gap-3">
        <HiddenFields fields={{ accountId: id }} />
        <PostedAnswer result={change.result} success="Le rôle est changé." />
        <RoleSelect id={`role-${id}`} label="Rôle" defaultValue={role} />
        <SubmitButton size="small">Changer le rôle</SubmitButton>
      </form>
      {hasSecondFactor && (
        <OneButton action={resetSecondFactorAction} id={id} done="Le second facteur est retiré." look="secondary">
          Retirer le second facteur
        </OneButton>
      )}
      {isDisabled ? (
        <OneButton action={enableAgentAction} id={id} done="L’accès est rouvert." look="secondary">
          Rouvrir l’accès
        </OneButton>
      ) : (
        <OneButton action={disableAgentAction} id={id} done="L’accès est fermé." look="danger">
          Fermer l’accès
        </OneButton>
      )}
    </Disclosure>
  );
}

type ButtonProps = { action: PostedAction; id: string; done: string; look: "secondary" | "danger"; children: string };

function OneButton({ action, id, done, look, children }: ButtonProps) {
  const { post, result } = usePostedForm(action);
  return (
    <form action={post} className="grid gap-2 border-t border-line pt-4">
      <HiddenFields fields={{ accountId: id }} />
      <PostedAnswer result={result} success={done} />
      <SubmitButton size="small" variant={look}>
        {children}
      </SubmitButton>
    </form>
  );
}
