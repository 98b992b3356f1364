import { FieldFrame, inputClass } from "@/components/form/text-field";
import { agentRoles } from "@/lib/accounts/agents/input";
import type { AgentRole } from "@/lib/core/actor";
import { roleWords } from "./role-words";

type Props = { id: string; label: string; defaultValue?: AgentRole; error?: string };

export function RoleSelect({ id, label, defaultValue = "family_officer", error }: Props) {
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
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** What each role is for, in a line. */
export function RolesHelp() {
  return (
    <dl className="grid gap-1 text-sm">
      {agentRoles.map((role) => (
        <div key={role}>
          <dt className="inline font-semibold">{roleWords[role].label}</dt>
          <dd className="inline text-ink-2"> : {roleWords[role].help}</dd>
        </div>
      ))}
    </dl>
  );
}
