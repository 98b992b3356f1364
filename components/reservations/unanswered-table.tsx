import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ListTable } from "@/components/ui/table";
import { dayInWords, shortInstant } from "@/lib/core/format-date";
import type { UnansweredRequest } from "@/lib/reservations/approvals/queries";

const columns = [
  { label: "Jour et créneau", phone: "lead" },
  { label: "Enfant" },
  { label: "Famille" },
  { label: "Structure" },
  { label: "Demandé le", told: true },
] as const;

/** What nobody answered before its service, the last first: whom to call, and what for. */
export function UnansweredTable({ requests }: { requests: UnansweredRequest[] }) {
  return (
    <Card className="text-sm">
      <ListTable
        caption="Demandes restées sans réponse"
        columns={[...columns]}
        rows={requests.map(({ id, date, activity, slot, child, householdId, household, facility, askedAt }) => ({
          key: id,
          cells: [
            `${dayInWords(date)} · ${activity}, ${slot}`,
            child,
            <Link
              key="family"
              href={`/admin/familles/${householdId}`}
              className="text-primary-strong underline underline-offset-3"
            >
              {household}
            </Link>,
            facility,
            shortInstant(askedAt),
          ],
        }))}
      />
    </Card>
  );
}
