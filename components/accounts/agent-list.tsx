import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ListedAgent } from "@/lib/accounts/agents/queries";
import { shortInstant } from "@/lib/core/format-date";
import { AgentActions } from "./agent-actions";
import { roleWords } from "./role-words";

const columns = [
  { label: "Agent", phone: "lead" },
  { label: "Rôle" },
  { label: "Second facteur" },
  { label: "Vu le" },
  { label: "Modifier", phone: "action", end: true, quiet: true },
] as const;

/** Everyone who works here; `ownId` changes nothing about themselves. */
export function AgentList({ agents, ownId }: { agents: ListedAgent[]; ownId: string }) {
  return (
    <ListTable
      caption="Agents"
      columns={[...columns]}
      rows={agents.map(({ id, displayName, email, role, disabledAt, hasSecondFactor, lastSeenAt }) => ({
        key: id,
        cells: [
          <span key="agent">
            <span className="block font-medium">{displayName}</span>
            <span className="text-xs wrap-anywhere text-ink-2">{email}</span>
          </span>,
          <Role key="role" role={disabledAt ? null : role} />,
          <Tag key="facteur" tone={hasSecondFactor ? "reserved" : "neutral"}>
            {hasSecondFactor ? (
              "En place"
            ) : (
              <>
                Non<span className="sm:hidden"> : pas de second facteur</span>
              </>
            )}
          </Tag>,
          <span key="vu" className="whitespace-nowrap tabular-nums">
            {lastSeenAt ? shortInstant(lastSeenAt) : "Jamais"}
          </span>,
          id === ownId || !role ? (
            "Vous"
          ) : (
            <AgentActions
              key="modifier"
              id={id}
              name={displayName}
              role={role}
              isDisabled={disabledAt !== null}
              hasSecondFactor={hasSecondFactor}
            />
          ),
        ],
      }))}
    />
  );
}

const Role = ({ role }: Pick<ListedAgent, "role">) =>
  role ? roleWords[role].label : <Tag tone="cancel">Accès fermé</Tag>;
