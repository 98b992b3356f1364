import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { setAsideAction } from "@/lib/billing/runs/actions";
import type { listRunHouseholds } from "@/lib/billing/runs/queries";
import { warningSentences } from "@/lib/billing/runs/rules";
import { RunButton } from "./run-buttons";
import { householdStates } from "./run-words";

type Row = Awaited<ReturnType<typeof listRunHouseholds>>["households"][number];

type Props = { runId: string; households: Row[]; isDraft: boolean; mayBill: boolean };

const columns = [
  { label: "Famille", phone: "lead" },
  { label: "Lignes", end: true },
  { label: "Total", phone: "amount", end: true },
  { label: "À relire" },
  { label: "État" },
  { label: "Action", quiet: true, end: true, phone: "action" },
] as const;

/** What each household owes in a run, with what an agent should look at before issuing. */
export function RunHouseholds({ runId, households, isDraft, mayBill }: Props) {
  if (households.length === 0) return <p className="py-6 text-ink-2">Aucune famille dans cette liste.</p>;
  return (
    <Card className="overflow-x-auto">
      <ListTable
        caption="Familles de cette facturation"
        columns={[...columns]}
        rows={households.map((row) => ({
          key: row.householdId,
          cells: [
            <Link
              key="name"
              href={`/admin/familles/${row.householdId}`}
              className="font-semibold underline underline-offset-3"
            >
              {row.name}
            </Link>,
            <span key="lines">
              {row.lines}
              <span className="sm:hidden"> lignes</span>
            </span>,
            <Money key="total" cents={row.totalCents} />,
            <Warnings key="warnings" row={row} />,
            <State key="state" row={row} />,
            isDraft && mayBill && (row.state === "pending" || row.state === "carried") && (
              <SetAside key="aside" runId={runId} row={row} />
            ),
          ],
        }))}
      />
    </Card>
  );
}

function Warnings({ row: { warnings, error } }: { row: Row }) {
  const sentences = [...warningSentences(warnings), ...(error ? [error] : [])];
  if (sentences.length === 0) return <span className="text-ink-2">–</span>;
  return (
    <ul className="grid gap-0.5 text-sm">
      {sentences.map((sentence) => (
        <li key={sentence} className="text-request">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function State({ row: { state, invoiceId, number } }: { row: Row }) {
  if (invoiceId) {
    return (
      <Link href={`/admin/facturation/factures/${invoiceId}`} className="underline underline-offset-3">
        {number}
      </Link>
    );
  }
  return <Tag tone={householdStates[state].tone}>{householdStates[state].label}</Tag>;
}

function SetAside({ runId, row: { householdId, name, state } }: { runId: string; row: Row }) {
  const isAside = state === "carried";
  return (
    <RunButton
      action={setAsideAction}
      fields={{ runId, householdId, state: isAside ? "pending" : "carried" }}
      size="small"
      variant="ghost"
    >
      <span>
        {isAside ? "Facturer" : "Reporter"}
        <span className="sr-only"> {name}</span>
      </span>
    </RunButton>
  );
}
