import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { numberOf } from "@/lib/billing/numbers/rules";
import type { listBillingOffices } from "@/lib/billing/settings/queries";

type Office = Awaited<ReturnType<typeof listBillingOffices>>[number];

const columns = [
  { label: "Régie", phone: "lead" },
  { label: "Série" },
  { label: "Exemple de numéro" },
  { label: "Action", quiet: true, end: true, phone: "action" },
] as const;

/** How each régie numbers its invoices; without it, it cannot bill. */
export function OfficesList({ offices, today, mayBill }: { offices: Office[]; today: string; mayBill: boolean }) {
  return (
    <Card className="overflow-x-auto">
      <ListTable
        caption="Numérotation des factures, par régie"
        columns={[...columns]}
        rows={offices.map(({ id, name, series, numberTemplate }) => ({
          key: id,
          cells: [
            name,
            series ?? (
              <Tag key="missing" tone="request">
                À décider avant de facturer
              </Tag>
            ),
            series && numberTemplate && (
              <code key="example">{numberOf({ template: numberTemplate, series, date: today }, 3)}</code>
            ),
            mayBill && (
              <ButtonLink key="edit" href={`/admin/facturation/reglages/${id}`} size="small">
                <span>
                  Modifier<span className="sr-only"> {name}</span>
                </span>
              </ButtonLink>
            ),
          ],
        }))}
      />
    </Card>
  );
}
