import { FieldFrame, inputClass } from "@/components/form/text-field";
import { agentRoles } from "@/lib/accounts/agents/input";
import type { AgentRole } from "@/lib/core/actor";
import { roleWords } from "./role-words";

type Props = { id: string; label: string; defaultValue?: AgentRole; error?: string; withHelp?: boolean };

export function RoleSelect({ id, label, defaultValue = "family_officer", error, withHelp = false }: Props) {
  return (
    <FieldFrame id={id} label={label} error={error}>
      <select
        id={id}
        name="role"
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        className={inputClass}
      >
        {agentRoles.map((role) => (
          <option key={role} value={role}>
            {roleWords[role].label}
            {withHelp && ` : ${roleWords[role].help}`}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
